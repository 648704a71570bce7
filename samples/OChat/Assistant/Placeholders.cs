using System.Text.RegularExpressions;

namespace OChat.Assistant;

/// <summary>
/// Stands between a conversation and a model: names, addresses of e-mail and telephone numbers are replaced before anything is
/// sent, and put back into the answer. The model sees <c>[NAME]</c> and <c>[EMAIL-1]</c>; the table of what stands for what
/// never leaves this object, and lives for one answer. The declared anonymiser of prompts.
/// </summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Placeholders
{
    private const int ShortestWord = 3;

    private static readonly Regex s_mailAddress = new(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.Compiled);

    // Eight digits or more, however they are grouped; an order's number has letters before it.
    private static readonly Regex s_telephoneNumber = new(@"(?<![\w-])\+?\d(?:[ .\-]?\d){7,}(?!\w)", RegexOptions.Compiled);

    private static readonly Regex s_placeholder = new(@"\[(?:NAME|EMAIL|PHONE)(?:-\d+)?\]", RegexOptions.Compiled);

    [DataCategory(Categories.Contact.Name, Categories.Contact.Email, Categories.Contact.Phone)]
    private readonly Dictionary<string, string> _hidden = new(StringComparer.OrdinalIgnoreCase);

    [DataCategory(Categories.Contact.Name, Categories.Contact.Email, Categories.Contact.Phone)]
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <summary>Hides these of a customer's wherever they are said, in whole or by one of their words.</summary>
    public Placeholders(
        [DataCategory(Categories.Contact.Name)] string? name,
        [DataCategory(Categories.Contact.Email)] string? email,
        [DataCategory(Categories.Contact.Phone)] string? phone)
    {
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
            text = Regex.Replace(text, $@"(?<!\w){Regex.Escape(said)}(?!\w)", _hidden[said], RegexOptions.IgnoreCase);
        text = s_mailAddress.Replace(text, found => StandInFor(found.Value, "EMAIL"));
        return s_telephoneNumber.Replace(text, found => StandInFor(found.Value, "PHONE"));
    }

    /// <summary>What the model wrote, with what its placeholders stand for.</summary>
    [return: DataCategory(Categories.Communication.Chat)]
    public string Reveal(string answer) =>
        s_placeholder.Replace(answer, found => _shown.GetValueOrDefault(found.Value, found.Value));

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
