using System.Text.RegularExpressions;

namespace OChat.Assistant;

/// <summary>
/// Stands between a conversation and a model: names, addresses and telephone numbers are replaced before anything is sent, and
/// put back into the answer. The model sees <c>[NAME]</c> and <c>[EMAIL-1]</c>; the table of what stands for what never leaves
/// this object, and lives for one answer. The declared anonymiser of prompts.
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Placeholders
{
    private const int ShortestWord = 3;

    private static readonly Regex s_mailAddress = new(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.Compiled);

    // Eight digits or more, however they are grouped; an order's number has letters before it.
    private static readonly Regex s_telephoneNumber = new(@"(?<![\w-])\(?\+?\d(?:[ .\-/()]{0,3}\d){7,}(?!\w)", RegexOptions.Compiled);

    // From the word by which an address begins to the end of the sentence: rather too much than a house that is found.
    private static readonly Regex s_street = new(
        @"(?<![\w-])(?:jl|jln|jalan|gg|gang|perum|perumahan|komplek|kompleks|dusun|kelurahan|kecamatan|rt|rw)(?![\w-])\.?[ ]*(?:[^\n.!?;\[]|\.(?=[ ]*(?-i:[\p{Ll}\d])))*",
        RegexOptions.Compiled | RegexOptions.IgnoreCase);

    // What many addresses have and nobody is found by.
    private static readonly HashSet<string> s_commonWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "jalan", "gang", "perum", "perumahan", "komplek", "kompleks", "blok", "nomor", "lantai", "dusun", "desa", "kelurahan", "kecamatan",
        "kabupaten", "kota", "utara", "selatan", "timur", "barat",
    };

    private static readonly Regex s_placeholder = new(@"\[(?:NAME|EMAIL|PHONE|ADDRESS)(?:-\d+)?\]", RegexOptions.Compiled);

    [DataCategory(Categories.Contact.Name, Categories.Contact.Email, Categories.Contact.Phone, Categories.Contact.Address)]
    private readonly Dictionary<string, string> _hidden = new(StringComparer.OrdinalIgnoreCase);

    [DataCategory(Categories.Contact.Name, Categories.Contact.Email, Categories.Contact.Phone, Categories.Contact.Address)]
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <summary>Hides these of a customer's wherever they are said, in whole or by one of their words.</summary>
    public Placeholders(
        [DataCategory(Categories.Contact.Name)] string? name,
        [DataCategory(Categories.Contact.Email)] string? email,
        [DataCategory(Categories.Contact.Phone)] string? phone,
        [DataCategory(Categories.Contact.Address)] params IEnumerable<string> addresses)
    {
        foreach (var address in addresses.Distinct(StringComparer.OrdinalIgnoreCase))
            HideAddress(address);
        if (email is not null)
            Hide(email, "[EMAIL]");
        if (phone is not null)
            Hide(phone, "[PHONE]");
        if (name is null)
            return;
        Hide(name, "[NAME]");
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord))
            _hidden.TryAdd(word, "[NAME]");
    }

    /// <summary>The text as a model may see it.</summary>
    [Anonymises(DataForm.Pseudonymised)]
    public string Conceal(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        foreach (var said in _hidden.Keys.OrderByDescending(said => said.Length).ToList())
            text = Regex.Replace(text, $@"(?<!\w){Spaced(said)}(?!\w)", _hidden[said], RegexOptions.IgnoreCase);
        text = s_mailAddress.Replace(text, found => StandInFor(found.Value, "EMAIL"));
        text = s_telephoneNumber.Replace(text, found => StandInFor(found.Value, "PHONE"));
        return s_street.Replace(text, found => StandInFor(found.Value.TrimEnd(), "ADDRESS") + found.Value[found.Value.TrimEnd().Length..]);
    }

    /// <summary>What the model wrote, with what its placeholders stand for.</summary>
    [return: DataCategory(Categories.Communication.Chat)]
    public string Reveal(string answer) =>
        s_placeholder.Replace(answer, found => _shown.GetValueOrDefault(found.Value, found.Value));

    private void HideAddress([DataCategory(Categories.Contact.Address)] string address)
    {
        var placeholder = $"[ADDRESS-{_shown.Count}]";
        Hide(address, placeholder);
        foreach (var part in address.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Length >= ShortestWord)
                _hidden.TryAdd(part, placeholder);
            foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (word.Length > ShortestWord && word.All(char.IsLetter) && !s_commonWords.Contains(word))
                    _hidden.TryAdd(word, placeholder);
        }
    }

    // However many spaces, and a comma or none: what is typed by hand is not what is on record.
    private static string Spaced([DataCategory(Categories.Contact.Address)] string said) =>
        string.Join(@"[\s,.]*", said.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));

    private void Hide(string said, string placeholder)
    {
        _hidden[said] = placeholder;
        _shown[placeholder] = said;
    }

    // The same address, said twice, is the same placeholder: the model can still follow who is meant.
    private string StandInFor(string said, string kind)
    {
        if (!_hidden.TryGetValue(said, out var placeholder))
            Hide(said, placeholder = $"[{kind}-{_shown.Count}]");
        return placeholder;
    }
}
