using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Which rows are a subject's: the same words for their erasure and for their copy.</summary>
internal sealed class OwnedRows(EntityModel root, ContextModel context)
{
    /// <summary>That a row belongs to the subject: over navigations, or over a query where one is missing.</summary>
    public string Are(IReadOnlyList<ReferenceModel> way, string row) =>
        way.Count == 0 ? Linq.IsSubject(row, root) : Along(row, way);

    private string Along(string at, IReadOnlyList<ReferenceModel> path)
    {
        if (path.Count == 1 && path[0].PrincipalKey.Count == 0)
            return string.Join(" && ", path[0].Columns
                .Zip(root.Key, (column, key) => $"{Linq.Column(at, column)} == {Linq.IdPart(root, key)}"));
        if (path[0].Navigation is not null)
            return Rest(Linq.Hops(at, [path[0]]));

        var principal = context[path[0].Principal];
        var other = Linq.Parameter(principal);
        return $"{Linq.AllRows(principal)}.Any({other} => {Linq.Refers(at, path[0], other, principal)} && {Rest(other)})";

        string Rest(string next) => path.Count == 1 ? Linq.IsSubject(next, root) : Along(next, [.. path.Skip(1)]);
    }
}
