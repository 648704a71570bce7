using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>How much a hint alone says, before it is asked where it stands.</summary>
internal static class HintStrength
{
    /// <summary>Means nothing else, wherever it stands.</summary>
    public const double Certain = 0.95;

    /// <summary>Means it unless the type says otherwise.</summary>
    public const double Strong = 0.8;

    /// <summary>Means it more often than not.</summary>
    public const double Medium = 0.65;

    /// <summary>An everyday word, which means it where the type is about a person.</summary>
    public const double Weak = 0.4;

    /// <summary>Means it where the type is about a person only: a registration number may be a company's.</summary>
    public const double Faint = 0.32;

    /// <summary>By its name in <c>Words/names.txt</c>.</summary>
    public static double Of(string name) => name switch
    {
        "certain" => Certain,
        "strong" => Strong,
        "medium" => Medium,
        "weak" => Weak,
        "faint" => Faint,
        _ => throw new InvalidOperationException($"'{name}' is no strength."),
    };

    /// <summary>That of a name of which nobody said one.</summary>
    public static double Of(Term term) =>
        term.Identifies || term.Special || IsTelling(term) ? Strong : Medium;

    // Of these a name alone is telling; an order note is personal where the type is about a person's doings.
    private static bool IsTelling(Term term) =>
        term.Key.StartsWith("identity", StringComparison.Ordinal)
        || term.Key == "account.password" || term.Key == "employment.staff-number";
}
