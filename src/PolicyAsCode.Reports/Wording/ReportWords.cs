using PolicyAsCode.Reports.Model;

namespace PolicyAsCode.Reports.Wording;

/// <summary>The words of reports and notices in one language: <c>Messages/*.resx</c>, and the vocabulary's labels.</summary>
internal sealed class ReportWords(MessageLanguage language)
{
    private static readonly MessageCatalog s_catalog = new(typeof(ReportWords).Assembly);

    /// <summary>The language.</summary>
    public MessageLanguage Language => language;

    /// <summary>The language's code, for programs and for browsers.</summary>
    public string Code => language == MessageLanguage.Indonesian ? "id" : "en";

    /// <summary>A sentence, its gaps filled.</summary>
    /// <param name="key">Area and name, as in <c>Report.Title</c>.</param>
    /// <param name="arguments">What fills its gaps.</param>
    public string Say(string key, params object[] arguments) => s_catalog.Message(key, arguments).In(language);

    /// <summary>Whether there is such a sentence.</summary>
    public static bool Has(string key) => s_catalog.Has(key);

    /// <summary>A number of things: the sentence <c>KEY.One</c> for one of them, <c>KEY.Many</c> otherwise.</summary>
    public string Count(string key, int count) => Say(count == 1 ? $"{key}.One" : $"{key}.Many", Number(count));

    /// <summary>A number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A term, with its label.</summary>
    public Named Name(Term term) => new(term.Key, Label(term));

    /// <summary>Terms, with their labels, each once.</summary>
    public ImmutableArray<Named> Names(IEnumerable<Term> terms) => [.. terms.Distinct().Select(Name)];

    /// <summary>A term's label.</summary>
    public string Label(Term term) => language == MessageLanguage.Indonesian ? term.LabelInIndonesian : term.Label;

    /// <summary>A label as it stands inside a sentence: <c>e-mail address</c>, and <c>IP address</c>.</summary>
    public static string Inside(string label) =>
        label.Length > 2 && char.IsLower(label[label[1] == '-' ? 2 : 1]) ? char.ToLowerInvariant(label[0]) + label.Substring(1) : label;

    /// <summary>A label as it begins a sentence.</summary>
    public static string First(string label) =>
        label.Length > 0 ? char.ToUpperInvariant(label[0]) + label.Substring(1) : label;

    /// <summary>What the definition of a term says.</summary>
    public string Definition(Term term) =>
        (language == MessageLanguage.Indonesian ? term.DefinitionInIndonesian : null) ?? term.Definition;

    /// <summary>A word of the language that is no term, such as a channel: <c>Common.AREA.word</c>.</summary>
    public Named Word(string area, string word) =>
        new(word, Has($"Common.{area}.{word}") ? Say($"Common.{area}.{word}") : word);

    /// <summary>The same of an enumeration.</summary>
    public Named Word<T>(string area, T value)
        where T : struct, Enum => new(Kebab(value.ToString()), Say($"Common.{area}.{value}"));

    /// <summary>A country or bloc, by its name.</summary>
    public Named Region(string region) => new(region, Regions.IsBloc(region)
        ? Word("Region", region).Label
        : language == MessageLanguage.Indonesian ? Regions.IndonesianName(region) : Regions.EnglishName(region));

    /// <summary>A duration, such as <c>30 business days</c>.</summary>
    public string Time(Duration duration) =>
        Say($"Common.Time.{duration.Unit}.{(duration.Count == 1 ? "One" : "Many")}", Number(duration.Count));

    /// <summary>A day, such as <c>1 June 2027</c>.</summary>
    public string Day(CalendarDate day) => Say(
        "Common.Day", Number(day.Day), Say($"Common.Month.{Number(day.Month)}"), Number(day.Year));

    /// <summary>
    /// Who answers for the data, as a register begins (GDPR Art. 30(1)(a)): who is reached there is said, also where two share an address.
    /// </summary>
    public IEnumerable<string> Controller(Controller one) => new[]
    {
        one.Name, one.Address, one.Email, one.Phone, Labelled("Officer", one.Officer), Labelled("Representative", one.Representative),
    }.OfType<string>();

    private string? Labelled(string name, string? value) => value is null ? null : $"{Say("Report.Controller." + name)}: {value}";

    /// <summary>How many days are left, or how long it is over.</summary>
    public string Left(int days) => days switch
    {
        0 => Say("Common.Left.Today"),
        < 0 => Count("Common.Left.Over", -days),
        _ => Count("Common.Left", days),
    };

    /// <summary>A list: <c>a, b and c</c>.</summary>
    public string List(IEnumerable<string> items) => Joined("Common.And", items);

    /// <summary>Of which one is enough: <c>a, b or c</c>.</summary>
    public string Either(IEnumerable<Named> items) => Joined("Common.Or", items.Select(item => Inside(item.Label)));

    /// <summary>Labels as a list inside a sentence.</summary>
    public string List(IEnumerable<Named> items) => List(items.Select(item => Inside(item.Label)));

    /// <summary>Terms as a list inside a sentence.</summary>
    public string List(IEnumerable<Term> terms) => List(Names(terms));

    private string Joined(string key, IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length < 2
            ? string.Concat(all)
            : Say(all.Length == 2 ? $"{key}.Two" : key, string.Join(", ", all.Take(all.Length - 1)), all[all.Length - 1]);
    }

    /// <summary>A name of the code as policies write it: <c>legal-obligation</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
