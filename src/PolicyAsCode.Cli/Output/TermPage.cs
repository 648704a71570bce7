namespace PolicyAsCode.Cli.Output;

/// <summary>What terms mean.</summary>
internal sealed class TermPage(Vocabulary vocabulary, MessageLanguage language, CommandHost host)
{
    private const int WidestKey = 32;

    private readonly Words _words = new(language);
    private readonly Colours _colours = new(host.HasColours);

    /// <summary>All terms by kind, each with its name.</summary>
    public void WriteAll()
    {
        var isFirst = true;
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            if (!isFirst)
                host.Out.WriteLine();
            isFirst = false;
            host.Out.WriteLine(_colours.Bold(_words.Say($"Terms.All.{kind}")));
            foreach (var term in vocabulary.Terms(kind).Where(term => term.ReplacedBy is null))
                host.Out.WriteLine($"  {term.Key.PadRight(WidestKey)}  {LabelOf(term)}");
        }
    }

    /// <summary>One term of whatever kinds have it; false where none has.</summary>
    public bool Write(string key)
    {
        var found = Enum.GetValues<TermKind>().Select(kind => vocabulary.Find(kind, key)).OfType<Term>().ToArray();
        foreach (var term in found)
            Write(term);
        return found.Length > 0;
    }

    private void Write(Term term)
    {
        host.Out.WriteLine($"{_colours.Bold(term.Key)}: {LabelOf(term)} ({_words.Say($"Terms.One.{term.Kind}")})");
        Say(language == MessageLanguage.Indonesian ? term.DefinitionInIndonesian ?? term.Definition : term.Definition);
        if (term.ReplacedBy is { } successor)
            Say(_words.Say("Terms.ReplacedBy", successor));
        if (term.Broader is { } broader)
            Say(_words.Say("Terms.Broader", broader.Key));
        var narrower = vocabulary.Terms(term.Kind).Where(one => ReferenceEquals(one.Broader, term) && one.ReplacedBy is null).ToArray();
        if (narrower.Length > 0)
            Say(_words.Say("Terms.Narrower", string.Join(", ", narrower.Select(one => one.Key))));
        if (term.Special)
            Say(_words.Say("Terms.Special"));
        if (term.Identifies)
            Say(_words.Say("Terms.Identifies"));
    }

    private void Say(string sentence)
    {
        foreach (var line in Paragraph.Lines(sentence, host.Width - 2))
            host.Out.WriteLine("  " + line);
    }

    private string LabelOf(Term term) => language == MessageLanguage.Indonesian ? term.LabelInIndonesian : term.Label;
}
