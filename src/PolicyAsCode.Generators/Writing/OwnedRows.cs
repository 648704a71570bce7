using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Which rows are a subject's: the same words for their erasure and for their copy.</summary>
internal sealed class OwnedRows(EntityModel root, ContextModel context)
{
    /// <summary>That a row belongs to the subject: over navigations, or over a query where one is missing.</summary>
    public string Are(IReadOnlyList<ReferenceModel> way, string row) =>
        way.Count == 0 ? Linq.IsSubject(row, root) : Along(row, way, IsId);

    /// <summary>That whom a way leads to is on legal hold, asked of the sweep that runs.</summary>
    public string AreHeld(string subject, IReadOnlyList<ReferenceModel> way, string row)
    {
        return way.Count == 0 ? Ask(root.Key.Select(key => $"{row}.{key}")) : Along(row, way, Ask);

        string Ask(IEnumerable<string> key) => $"run.IsHeld({Words.Text(subject)}, typeof({root.Type}), {string.Join(", ", key)})";
    }

    private string IsId(IEnumerable<string> key) =>
        string.Join(" && ", key.Zip(root.Key, (column, part) => $"{column} == {Linq.IdPart(root, part)}"));

    /// <summary>That a row is the subject's by whichever way, on whichever side of it.</summary>
    public string Are(ErasureStep step, string row) => string.Join(" || ", OnSides(step, row).Concat(ByFurtherWays(step, row).Select(way => $"({way})")));

    /// <summary>That a row is the subject's by a further way, and all before it lead to nobody; one condition a way.</summary>
    public IEnumerable<string> ByFurtherWays(ErasureStep step, string row)
    {
        var nowhere = step.Sides.Count == 0
            ? Linq.LeadsNowhere(row, step.Path, context)
            : string.Join(" && ", step.Sides.Select(side => $"({Linq.LeadsNowhere(row, [side.Reference], context)})"));
        foreach (var way in step.Further)
        {
            yield return $"({nowhere}) && {Are(way, row)}";
            nowhere = $"({nowhere}) && ({Linq.LeadsNowhere(row, way, context)})";
        }
    }

    private IEnumerable<string> OnSides(ErasureStep step, string row) =>
        step.Sides.Count == 0 ? [Are(step.Path, row)] : step.Sides.Select(side => Are([side.Reference], row));

    private string Along(string at, IReadOnlyList<ReferenceModel> path, Func<IEnumerable<string>, string> say)
    {
        if (path.Count == 1 && path[0].PrincipalKey.Count == 0)
            return say(path[0].Columns.Select(column => Linq.Column(at, column)));
        if (path[0].Navigation is not null)
            return Rest(Linq.Hops(at, [path[0]]));

        var principal = context[path[0].Principal];
        var other = Linq.Parameter(principal);
        return $"{Linq.AllRows(principal)}.Any({other} => {Linq.Refers(at, path[0], other, principal)} && {Rest(other)})";

        string Rest(string next) => path.Count == 1
            ? say(root.Key.Select(key => $"{next}.{key}"))
            : Along(next, [.. path.Skip(1)], say);
    }
}
