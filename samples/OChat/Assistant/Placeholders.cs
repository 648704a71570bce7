using System.Text;
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

    // What many addresses have and nobody is found by.
    private static readonly HashSet<string> s_commonWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "jalan", "gang", "perum", "perumahan", "komplek", "kompleks", "blok", "nomor", "lantai", "dusun", "desa", "kampung", "kelurahan",
        "kecamatan", "kabupaten", "kota", "provinsi", "utara", "selatan", "timur", "barat", "tengah", "pusat",
    };

    private static readonly Regex s_placeholder = new(@"\[(?:NAME|EMAIL|PHONE|ADDRESS)(?:-\d+)?\]", RegexOptions.Compiled);

    // What is looked for of the customer's own; null gets a placeholder of its own, so that a part stays a part.
    [DataCategory(Categories.Contact.Name, Categories.Contact.Email, Categories.Contact.Phone, Categories.Contact.Address)]
    private readonly List<(Regex Said, string? Placeholder)> _known = [];

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
            KnowAddress(address);
        if (email is not null && Words(email).Length > 0)
            Know(email, Regex.Escape(email.Trim()), "[EMAIL]");
        if (phone?.Where(char.IsAsciiDigit).ToList() is { Count: > 0 } digits)
            Know(phone, @"\(?\+?" + string.Join(ContactPatterns.BetweenDigits, digits), "[PHONE]");
        if (name is null || Words(name).Length == 0)
            return;
        Know(name, Spaced(name), "[NAME]");
        foreach (var word in Words(name).Where(word => word.Length >= ShortestWord))
            _known.Add((Whole(Regex.Escape(word)), "[NAME]"));
    }

    /// <summary>The text as a model may see it.</summary>
    [Anonymises(DataForm.Pseudonymised)]
    public string Conceal(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var told = new StringBuilder();
        var next = 0;
        foreach (var (start, end, kind, placeholder) in Found(text))
        {
            told.Append(text, next, start - next).Append(placeholder ?? StandInFor(text[start..end], kind));
            next = end;
        }

        return told.Append(text, next, text.Length - next).ToString();
    }

    /// <summary>What the model wrote, with what its placeholders stand for.</summary>
    [return: DataCategory(Categories.Communication.Chat)]
    public string Reveal(string answer) =>
        s_placeholder.Replace(answer, found => _shown.GetValueOrDefault(found.Value, found.Value));

    // All that is hidden, from left to right; what overlaps is one, so that nothing of either is left beside the other.
    private List<(int Start, int End, string Kind, string? Placeholder)> Found(string text)
    {
        var found = _known
            .SelectMany(known => known.Said.Matches(text).Select(
                said => (Start: said.Index, End: said.Index + said.Length, Kind: "ADDRESS", known.Placeholder, IsSentence: false)))
            .Concat(ContactPatterns.In(text).Select(
                said => (Start: said.Where.Start.Value, End: said.Where.End.Value, said.Kind, Placeholder: (string?)null, IsSentence: said.Kind == "ADDRESS")))
            .OrderBy(one => one.Start).ThenByDescending(one => one.Placeholder is not null).ThenByDescending(one => one.End).ToList();
        var merged = new List<(int Start, int End, string Kind, string? Placeholder)>();
        foreach (var one in found)
        {
            if (merged.Count == 0 || merged[^1].End <= one.Start)
                merged.Add((one.Start, one.End, one.Kind, one.Placeholder));
            // What is on record in whole ends where it ends, and not where the sentence does in which it is said.
            else if (one.End > merged[^1].End && !(one.IsSentence && merged[^1].Placeholder?.StartsWith("[ADDRESS", StringComparison.Ordinal) == true))
                merged[^1] = (merged[^1].Start, one.End, merged[^1].Placeholder is null ? merged[^1].Kind : one.Kind, null);
        }

        return merged;
    }

    private void KnowAddress([DataCategory(Categories.Contact.Address)] string address)
    {
        if (Words(address).Length == 0)
            return;
        Know(address, Spaced(address), $"[ADDRESS-{_shown.Count}]");
        foreach (var part in address.Split([',', '/', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (part.Length >= ShortestWord && Words(part).Length > 0)
                _known.Add((Whole(Spaced(part)), null));
        foreach (var word in Words(address))
            if (word.Length > ShortestWord && word.All(char.IsLetter) && !s_commonWords.Contains(word))
                _known.Add((Whole(Regex.Escape(word)), null));
    }

    private void Know(string said, string pattern, string placeholder)
    {
        _known.Add((Whole(pattern), placeholder));
        _shown[placeholder] = said;
    }

    private static Regex Whole(string pattern) => new($@"(?<!\w){pattern}(?!\w)", RegexOptions.IgnoreCase);

    // However many spaces, and a comma or none: what is typed by hand is not what is on record.
    private static string Spaced([DataCategory(Categories.Contact.Address)] string said) =>
        string.Join(@"[\s,./;\-]*", Words(said).Select(Regex.Escape));

    private static string[] Words([DataCategory(Categories.Contact.Address)] string said) =>
        said.Split([' ', ',', '.', '/', ';', '-', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    // The same address, said twice, is the same placeholder: the model can still follow who is meant.
    private string StandInFor(string said, string kind)
    {
        if (!_hidden.TryGetValue(said, out var placeholder))
        {
            _hidden[said] = placeholder = $"[{kind}-{_shown.Count}]";
            _shown[placeholder] = said;
        }

        return placeholder;
    }
}
