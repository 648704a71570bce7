using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;

namespace PolicyAsCode.Generators.Writing;

/// <summary>
/// The fields of an entity in a copy, as C#: the values that a query reads, and what each of them is. A collection of
/// objects is one value, in which each object has fields of its own.
/// </summary>
internal sealed class ExportFields
{
    private readonly EntityModel _entity;
    private readonly List<Node> _nodes;

    public ExportFields(EntityModel entity, IEnumerable<ExportedField> fields)
    {
        _entity = entity;
        _nodes = Nodes([.. fields.Select(field => (field, field.Property is { } property ? property.Objects.ToList() : []))]);
    }

    /// <summary>The values that a query reads from a row.</summary>
    public IEnumerable<string> Values(string row) => _nodes.Where(node => !node.IsWithheld).Select(node => Value(row, node));

    /// <summary>What the fields are, a line or several each.</summary>
    public IEnumerable<string> Descriptions(string row) => _nodes.Select(node => Description(node, row));

    private static List<Node> Nodes(List<(ExportedField Field, List<ObjectStep> Way)> fields)
    {
        var nodes = new List<Node>();
        foreach (var (field, way) in fields)
        {
            var depth = way.FindIndex(step => step.IsCollection);
            if (depth < 0)
            {
                nodes.Add(new(Name(way, field.Property?.OwnName ?? field.Name), way, field, null));
                continue;
            }

            var outer = way.Take(depth + 1).ToList();
            if (nodes.Exists(node => node.Inner is not null && node.Way.SequenceEqual(outer)))
                continue;
            nodes.Add(new(
                string.Join(".", outer.Select(step => step.Name)), outer, null,
                Nodes([.. fields.Where(other => other.Way.Count > depth && other.Way.Take(depth + 1).SequenceEqual(outer))
                    .Select(other => (other.Field, other.Way.Skip(depth + 1).ToList()))])));
        }

        return nodes;
    }

    private static string Name(IEnumerable<ObjectStep> way, string own) =>
        string.Join(".", way.Select(step => step.Name).Concat([own]));

    /// <summary>
    /// PostgreSQL's provider takes columns side by side for one array of its own, and fails where their types differ: each is an
    /// object by itself. Of a class's type nothing tells what its column is (a text can be <c>citext</c>, <c>jsonb</c> or bytes).
    /// </summary>
    private const string Boxed = "(object?)";

    private static string Value(string row, Node node)
    {
        if (node.Inner is not null)
            return Linq.Into(row, node.Way.Take(node.Way.Count - 1)) + "." + node.Way[node.Way.Count - 1].Name;
        if (node.Field!.Column is { } column)
            return Boxed + Linq.Column(row, column);
        var property = node.Field.Property!;
        // Of an object that is not there the database has nulls, where a value of the type cannot be one.
        var cast = property.Objects.Any(step => step.IsNullable) ? $"({property.Type}?)" : "";
        return Boxed + cast + Linq.Member(row, property);
    }

    private string Description(Node node, string row)
    {
        if (node.Inner is { } inner)
            return $"new({Words.Text(node.Name)})\n{{\n"
                + $"    Items = ExportItems.Of(({_entity.Type} {row}) => {Value(row, node)},\n"
                + $"        item => {Read("item", inner)},\n        [\n"
                + string.Concat(inner.Select(field => Indented(InItem(field, "item"), 12)))
                + "        ]),\n},";
        return Plain(node);
    }

    private static string InItem(Node node, string item) => node.Inner is { } inner
        ? $"new({Words.Text(node.Name)})\n{{\n    Items = ExportItems.Within(\n    [\n"
            + string.Concat(inner.Select(field => Indented(InItem(field, item + "0"), 8)))
            + "    ]),\n},"
        : Plain(node);

    private static string Read(string item, List<Node> nodes) =>
        $"new object?[] {{ {string.Join(", ", nodes.Where(node => !node.IsWithheld).Select(node => InMemory(item, node)))} }}";

    /// <summary>A value of an object in memory, where what is missing is asked for.</summary>
    private static string InMemory(string item, Node node)
    {
        var at = item;
        var way = node.Inner is null ? node.Way : node.Way.Take(node.Way.Count - 1);
        var isNullable = false;
        foreach (var step in way)
        {
            at += $"{(isNullable ? "?" : "")}.{step.Name}";
            isNullable = step.IsNullable;
        }

        if (node.Inner is not { } inner)
            return $"{at}{(isNullable ? "?" : "")}.{node.Field!.Property!.OwnName}";
        return $"{at}{(isNullable ? "?" : "")}.{node.Way[node.Way.Count - 1].Name}?.Select({item}0 => {Read(item + "0", inner)})";
    }

    private static string Plain(Node node)
    {
        var field = node.Field!;
        var said = new List<string>();
        if (field.Categories.Count > 0)
            said.Add($"Categories = [{string.Join(", ", field.Categories.Select(Words.Text))}]");
        if (field.IsPortable)
            said.Add("IsPortable = true");
        if (field.IsWithheld)
            said.Add("IsWithheld = true");
        return $"new({Words.Text(node.Name)}){(said.Count == 0 ? "" : $" {{ {string.Join(", ", said)} }}")},";
    }

    private static string Indented(string lines, int depth) =>
        string.Concat(lines.Split('\n').Select(line => new string(' ', depth) + line + "\n"));

    /// <param name="Name">Its name, with the way to it from the row or the object that has it.</param>
    /// <param name="Way">The objects on the way.</param>
    /// <param name="Field">The field; null for a collection.</param>
    /// <param name="Inner">What is in each object of a collection; null for a field.</param>
    private sealed record Node(string Name, IReadOnlyList<ObjectStep> Way, ExportedField? Field, List<Node>? Inner)
    {
        public bool IsWithheld => Field is { IsWithheld: true };
    }
}
