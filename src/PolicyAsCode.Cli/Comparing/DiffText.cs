using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Difference;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Cli.Comparing;

/// <summary>Differences for people: a line each, material ones first to be seen, and what follows.</summary>
internal static class DiffText
{
    /// <summary>Writes it.</summary>
    public static void Write(DiffReport report, CommandHost host)
    {
        var words = new Words(report.Language);
        var colours = new Colours(host.HasColours);
        foreach (var policy in report.Policies)
        {
            foreach (var change in policy.Difference?.Changes ?? [])
                host.Out.WriteLine($"{Kind(change, words, colours)}: {change.Text.In(report.Language)} {colours.Dim(Places(change))}");
            host.Out.WriteLine(Total(policy, words, colours));
        }
    }

    /// <summary>What follows from the changes of one policy.</summary>
    public static string Total(ComparedPolicy policy, Words words, Colours colours)
    {
        if (policy.Difference is not { } difference)
            return words.Say(policy.IsNew ? "Diff.NewPolicy" : "Diff.GonePolicy", policy.Name);
        if (difference.IsEmpty)
            return words.Say("Diff.Same", policy.Name);
        var changes = words.Count("Diff.Changes", difference.Changes.Length);
        var material = difference.Material.Count();
        if (material == 0)
            return words.Say("Diff.NotMaterial", policy.Name, changes);
        var version = difference.New.Header.Version;
        return difference.NeedsNewVersion
            ? words.Say("Diff.NeedsVersion", policy.Name, changes, material, colours.Red(words.Say("Diff.Raise", version, difference.Old.Header.Version + 1)))
            : words.Say("Diff.HasVersion", policy.Name, changes, material, difference.Old.Header.Version, version);
    }

    /// <summary>Where a change leads, and whether it is material.</summary>
    public static string Direction(PolicyChange change, Words words)
    {
        var direction = change.Direction switch
        {
            ChangeDirection.Loosening => words.Say("Diff.Loosening"),
            ChangeDirection.Tightening => words.Say("Diff.Tightening"),
            _ => words.Say("Diff.Neutral"),
        };
        return change.IsMaterial ? words.Say("Diff.Material", direction) : direction;
    }

    /// <summary>A place as people write it; a dash for none.</summary>
    public static string Place(FileLocation? place) =>
        place is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Range.Start.Line + 1}");

    private static string Kind(PolicyChange change, Words words, Colours colours)
    {
        var direction = Direction(change, words);
        return change.IsMaterial ? colours.Red(direction)
            : change.Direction == ChangeDirection.Tightening ? colours.Green(direction)
            : direction;
    }

    private static string Places(PolicyChange change) => $"[{Place(change.Old)} → {Place(change.New)}]";
}
