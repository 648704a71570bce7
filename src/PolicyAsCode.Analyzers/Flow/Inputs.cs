namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Which of its own parameters a body's value may come from, by form: what a caller hands in is known at the call alone
/// (<see cref="MethodSummary"/>).
/// </summary>
/// <param name="Raw">As handed in.</param>
/// <param name="Pseudonymised">Through something that pseudonymises.</param>
/// <param name="Aggregated">Through something that aggregates.</param>
internal readonly record struct Inputs(ulong Raw, ulong Pseudonymised, ulong Aggregated)
{
    // A method with more parameters than bits: the last bit stands for all of the rest, and nothing is lost.
    private const int Last = 63;

    internal bool IsEmpty => (Raw | Pseudonymised | Aggregated) == 0;

    private ulong All => Raw | Pseudonymised | Aggregated;

    internal static Inputs Of(int ordinal) => new(Bit(ordinal), 0, 0);

    internal Inputs Join(Inputs other) =>
        new(Raw | other.Raw, Pseudonymised | other.Pseudonymised, Aggregated | other.Aggregated);

    internal bool Covers(Inputs other) => Join(other).Equals(this);

    internal Inputs AtLeast(Language.Model.Form form) => form switch
    {
        Language.Model.Form.Raw => this,
        Language.Model.Form.Pseudonymised => new(0, Raw | Pseudonymised, Aggregated),
        Language.Model.Form.Aggregated => new(0, 0, All),
        _ => default,
    };

    /// <summary>Only those parameters.</summary>
    internal Inputs Only(ulong parameters) => new(Raw & parameters, Pseudonymised & parameters, Aggregated & parameters);

    /// <summary>The parameters as bits.</summary>
    internal static ulong Bits(IEnumerable<int> ordinals)
    {
        var bits = 0UL;
        foreach (var ordinal in ordinals)
            bits |= Bit(ordinal);
        return bits;
    }

    /// <summary>Whether that parameter is among them.</summary>
    internal bool Takes(int ordinal) => (All & Bit(ordinal)) != 0;

    /// <summary>What a caller's arguments make of it.</summary>
    /// <param name="arguments">What each parameter is given, by ordinal.</param>
    internal Label Of(IReadOnlyList<Label> arguments)
    {
        var label = Label.None;
        for (var i = 0; i < arguments.Count; i++)
            label = label.Join(Of(i, arguments[i]));
        return label;
    }

    /// <summary>What becomes of one argument.</summary>
    internal Label Of(int ordinal, Label argument)
    {
        var label = Label.None;
        if (!Takes(ordinal) || argument.IsEmpty)
            return label;
        var bit = Bit(ordinal);
        if ((Raw & bit) != 0)
            label = argument;
        if ((Pseudonymised & bit) != 0)
            label = label.Join(argument.AtLeast(Language.Model.Form.Pseudonymised));
        if ((Aggregated & bit) != 0)
            label = label.Join(argument.AtLeast(Language.Model.Form.Aggregated));
        return label;
    }

    private static ulong Bit(int ordinal) => 1UL << Math.Min(ordinal, Last);
}
