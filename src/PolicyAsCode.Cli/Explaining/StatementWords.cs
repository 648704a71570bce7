using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Explaining;

/// <summary>Says in a sentence what a statement of a policy says, as far as it bears on a use or a disclosure.</summary>
internal sealed class StatementWords(Words words)
{
    /// <summary>The line of a statement.</summary>
    public ExplainedLine LineOf(Statement statement) => new(statement.Location, Says(statement), SourceOf(statement));

    /// <summary>By which clause, or whose decision: <c>JOVA-1.3, JOVA-1.4</c>, <c>decision, beside JOVA-1.4</c>.</summary>
    public string SourceOf(Statement statement)
    {
        var clauses = string.Join(", ", statement.Clauses);
        return statement.IsDecision
            ? clauses.Length == 0 ? words.Say("Explain.Decision") : words.Say("Explain.DecisionBeside", clauses)
            : clauses;
    }

    /// <summary>A form of data: <c>pseudonymised</c>.</summary>
    public string FormOf(Form form) => words.Say($"Explain.Form.{form}");

    /// <summary>A proof, by its name: <c>consent</c>.</summary>
    public string GateOf(Term gate)
    {
        var label = words.Language == MessageLanguage.Indonesian ? gate.LabelInIndonesian : gate.Label;
        return char.ToLowerInvariant(label[0]) + label[1..];
    }

    private string Says(Statement statement) => statement switch
    {
        DataStatement data => OfData(data),
        PurposeStatement purpose => OfPurpose(purpose),
        RecipientStatement recipient => OfRecipient(recipient),
        Prohibition never => OfProhibition(never),
        RetentionStatement { NeverStored: true } => words.Say("Explain.NeverStored"),
        _ => words.Say("Explain.Stated"),
    };

    private string OfData(DataStatement data)
    {
        var what = data.Subjects.IsEmpty
            ? data.Category.Key
            : words.Say("Explain.DataOf", data.Category.Key, Join(data.Subjects));
        return data.Purposes.IsEmpty
            ? words.Say("Explain.UsedForNothing", what)
            : words.Say("Explain.UsedFor", what, Join(data.Purposes));
    }

    private string OfPurpose(PurposeStatement purpose)
    {
        var parts = new List<string>
        {
            purpose.Basis is { } basis
                ? words.Say("Explain.RestsOn", purpose.Purpose.Key, words.Say($"Explain.Basis.{basis}"))
                : words.Say("Explain.NoBasis", purpose.Purpose.Key),
        };
        if (purpose.Interest is { } interest)
            parts.Add(words.Say("Explain.Interest", interest.In(words.Language)));
        if (purpose.As != Form.Raw)
            parts.Add(words.Say("Explain.OnlyInForm", FormOf(purpose.As)));
        if (purpose.Consent is { Given: { } manner } consent)
            parts.Add(consent.At.IsEmpty
                ? words.Say($"Explain.Given.{manner}")
                : words.Say("Explain.GivenAt", words.Say($"Explain.Given.{manner}"), Join(consent.At)));
        if (purpose.OptOut is { } optOut)
            parts.Add(optOut switch
            {
                "every-message" => words.Say("Explain.OptOut.EveryMessage"),
                "in-settings" => words.Say("Explain.OptOut.InSettings"),
                _ => words.Say("Explain.OptOut.OnRequest"),
            });
        if (purpose.Objection == true)
            parts.Add(words.Say("Explain.Objection"));
        return string.Join("; ", parts);
    }

    private string OfRecipient(RecipientStatement recipient)
    {
        var parts = new List<string>
        {
            words.Say("Explain.Receives", recipient.Recipient.Key, Join(recipient.Receives), Join(recipient.Purposes)),
        };
        if (recipient.Action != RecipientAction.Share)
            parts.Add(words.Say($"Explain.Action.{recipient.Action}"));
        if (recipient.As != Form.Raw)
            parts.Add(words.Say("Explain.OnlyInForm", FormOf(recipient.As)));
        if (recipient.After is { } gate)
            parts.Add(words.Say("Explain.After", GateOf(gate)));
        if (recipient.OnLegalRequest)
            parts.Add(words.Say("Explain.LegalRequest"));
        if (!recipient.Regions.IsEmpty)
            parts.Add(words.Say("Explain.Regions", string.Join(", ", recipient.Regions)));
        return string.Join("; ", parts);
    }

    private string OfProhibition(Prohibition never)
    {
        var action = words.Say($"Explain.Never.{Capitalised(never.Action)}", never.Category?.Key ?? words.Say("Explain.AnyData"));
        if (never.Purpose is { } purpose)
            action += words.Say("Explain.ForPurpose", purpose.Key);
        if (never.Recipient is { } recipient)
            action += words.Say("Explain.ToRecipient", recipient.Key);
        return action;
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Join(ImmutableArray<Term> terms) => string.Join(", ", terms.Select(term => term.Key));
}
