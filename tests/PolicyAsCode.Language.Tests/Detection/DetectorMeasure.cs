using PolicyAsCode.Language.Detection;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Detection;

/// <summary>
/// How often the detector is right, on one part of the labelled members (<c>members.csv</c>; README.md says how they were
/// chosen and labelled). Used by the tests and by the benchmarks.
/// </summary>
/// <param name="Part">Which part.</param>
/// <param name="Judged">Each member, and what the detector said of it.</param>
internal sealed record DetectorMeasure(string Part, IReadOnlyList<DetectorMeasure.Verdict> Judged)
{
    /// <summary>Of 1 suggestion, how much is right: the label, or a broader or narrower category.</summary>
    public double Precision => Share(Judged.Count(one => one.IsRight), Judged.Count(one => one.Suggested is not null));

    /// <summary>Of 1 personal member, how much is found, with the right category.</summary>
    public double Recall => Share(Judged.Count(one => one.IsRight), Judged.Count(one => one.Member.IsPersonal));

    /// <summary>Like <see cref="Precision"/>, and neither broader nor narrower than the label.</summary>
    public double Exact => Share(Judged.Count(one => one.IsExact), Judged.Count(one => one.Suggested is not null));

    /// <summary>The parts of the list, each measured.</summary>
    public static IReadOnlyList<DetectorMeasure> All(string csv)
    {
        var vocabulary = BuiltInVocabulary.Terms;
        var detector = new PersonalDataDetector(vocabulary);
        var members = Member.Read(csv);
        var contexts = members.GroupBy(member => (member.Repository, member.Type)).ToDictionary(
            type => type.Key, type => detector.ContextOf(type.Key.Type, type.Select(member => member.Name)));
        return members
            .GroupBy(member => member.Part)
            .Select(part => new DetectorMeasure(part.Key, part.Select(member => new Verdict(
                member,
                detector.Suggest(member.Name, member.MemberType, contexts[(member.Repository, member.Type)]),
                [.. member.Labels.Select(label => vocabulary.Find(TermKind.Category, label)
                    ?? throw new InvalidDataException($"'{label}' is no category."))])).ToArray()))
            .ToArray();
    }

    /// <summary>The numbers, in a line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Part,-8} {Judged.Count,5} members, {Judged.Count(one => one.Member.IsPersonal),4} personal: ")
        + FormattableString.Invariant(
        $"{Precision,6:P1} of {Judged.Count(one => one.Suggested is not null)} suggestions right ({Exact:P1} to the letter), {Recall,6:P1} found");

    /// <summary>What was missed, and what was wrong, a line each.</summary>
    public IEnumerable<string> Misses() => Judged
        .Where(one => !one.IsRight && (one.Member.IsPersonal || one.Suggested is not null))
        .Select(one => $"{one.Member.Repository} {one.Member.Type}.{one.Member.Name} ({one.Member.MemberType}): "
            + $"{(one.Member.IsPersonal ? string.Join(" or ", one.Member.Labels) : "none")}, and suggested was "
            + (one.Suggested is { } said ? FormattableString.Invariant($"{said.Category} ({said.Why}; {said.Score:0.00})") : "nothing"));

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    /// <summary>A member of a public application, and what it is.</summary>
    internal sealed record Member(
        string Repository, string Type, string Name, string MemberType, IReadOnlyList<string> Labels, string Part)
    {
        public bool IsPersonal => Labels.Count > 0;

        public static IReadOnlyList<Member> Read(string csv) => csv
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => Cells(line.TrimEnd('\r')))
            .Select(cells => new Member(
                cells[0], cells[2], cells[3], cells[4], cells[5] == "none" ? [] : cells[5].Split('|'), cells[6]))
            .ToArray();

        // A cell with a comma in it (Dictionary<string, string>) stands in quotes.
        private static string[] Cells(string line) => line
            .Split('"')
            .Select((piece, index) => index % 2 == 0 ? piece.Replace(',', '\0') : piece)
            .Aggregate("", string.Concat)
            .Split('\0');
    }

    /// <summary>A member, and what was said of it.</summary>
    internal sealed record Verdict(Member Member, Suggestion? Suggested, IReadOnlyList<Term> Labels)
    {
        public bool IsExact => Suggested is { } said && Labels.Contains(said.Category);

        public bool IsRight => Suggested is { Category: var said }
            && Labels.Any(label => said.IsWithin(label) || label.IsWithin(said));
    }
}
