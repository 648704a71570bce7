namespace PolicyAsCode.Cli.Creating;

/// <summary>
/// A first policy, thought through: every statement with the clause that a notice would have for it. The three files are
/// written from it.
/// </summary>
internal sealed class Draft
{
    private const string Consent = "consent";

    private readonly Vocabulary _vocabulary;

    /// <summary>Thinks it through.</summary>
    public Draft(PolicyAnswers answers, Vocabulary vocabulary, CalendarDate today)
    {
        (Answers, _vocabulary, Today) = (answers, vocabulary, today);
        Prefix = answers.Name.Split('-')[0].ToUpperInvariant();
        Data = WithProofOfConsent(answers.Data);
        Purposes =
        [
            .. Data.SelectMany(data => data.Purposes).Distinct()
                .OrderBy(purpose => purpose.Index),
        ];
        Sources = [.. Data.Select(data => Defaults.SourceOf(data.Category)).OfType<string>().Distinct()];
        Rights = RightsFor(answers.Laws);
    }

    public PolicyAnswers Answers { get; }

    public CalendarDate Today { get; }

    /// <summary>What the ids of its clauses begin with.</summary>
    public string Prefix { get; }

    public ImmutableArray<DataAnswer> Data { get; }

    public ImmutableArray<Term> Purposes { get; }

    public ImmutableArray<string> Sources { get; }

    public ImmutableArray<DraftRight> Rights { get; }

    /// <summary>Whether anything rests on consent.</summary>
    public bool AsksForConsent => Purposes.Any(purpose => Defaults.BasisOf(purpose) == Consent);

    /// <summary>Whether anything rests on a legitimate interest.</summary>
    public bool WeighsInterests => Purposes.Any(purpose => Defaults.InterestOf(purpose) is not null);

    /// <summary>The clause on the n-th category.</summary>
    public string ClauseOfData(int index) => Clause(1, index);

    /// <summary>The clause on the n-th purpose.</summary>
    public string ClauseOfPurpose(int index) => Clause(2, index);

    /// <summary>The clause that says to whom nothing goes.</summary>
    public string ClauseOfSale => Clause(3, 0);

    /// <summary>The clause that says how data is protected.</summary>
    public string ClauseOfProtection => Clause(3, 1);

    /// <summary>The clause on the n-th right.</summary>
    public string ClauseOfRight(int index) => Clause(4, index);

    /// <summary>The clause that says how one is reached.</summary>
    public string ClauseOfContact => Clause(5, 0);

    /// <summary>The clause that says how changes are told.</summary>
    public string ClauseOfChanges => Clause(5, 1);

    /// <summary>A day some time after today.</summary>
    public CalendarDate After(int days)
    {
        var day = new DateOnly(Today.Year, Today.Month, Today.Day).AddDays(days);
        return new(day.Year, day.Month, day.Day);
    }

    private string Clause(int section, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{section}.{index + 1}");

    // A consent that nobody can prove is none: what records it is data as well.
    private ImmutableArray<DataAnswer> WithProofOfConsent(ImmutableArray<DataAnswer> data)
    {
        var isAsked = data.Any(one => one.Purposes.Any(purpose => Defaults.BasisOf(purpose) == Consent));
        var proof = _vocabulary.Find(TermKind.Category, "preference.marketing")!;
        return isAsked && data.All(one => !proof.IsWithin(one.Category))
            ? data.Add(new(proof, Defaults.PurposesOf(proof, _vocabulary)))
            : data;
    }

    private ImmutableArray<DraftRight> RightsFor(ImmutableArray<string> laws)
    {
        // UU PDP art. 6, 7, 9, 11 give 3 x 24 hours; the GDPR (Art. 12(3)) gives a month.
        var soon = laws.Contains("uu-pdp") ? "72 hours" : "1 month";
        var rights = ImmutableArray.CreateBuilder<DraftRight>();
        rights.Add(new("information", null, ""));
        rights.Add(new("access", soon, "verify-identity: true, format: json"));
        rights.Add(new("rectification", soon, "verify-identity: true"));
        rights.Add(new("erasure", "1 month", "verify-identity: true, confirm: true, notify: email, reversible: false"));
        rights.Add(new("restriction", soon, "notify: email"));
        rights.Add(new("portability", "1 month", "format: json"));
        if (WeighsInterests || AsksForConsent)
            rights.Add(new("objection", soon, "notify: email"));
        if (AsksForConsent)
            rights.Add(new("withdraw-consent", soon, "notify: email"));
        if (Data.Any(data => data.Category.SelfAndBroader().Any(term => term.Key == "inference")))
            rights.Add(new("automated-decisions", soon, ""));
        if (laws.Contains("gdpr"))
            rights.Add(new("complaint", null, ""));
        return rights.ToImmutable();
    }
}

/// <summary>A right, how soon it is served, and what else is said of it, as a policy writes it.</summary>
internal sealed record DraftRight(string Name, string? Within, string More);
