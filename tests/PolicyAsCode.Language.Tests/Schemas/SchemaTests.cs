using System.Reflection;
using System.Text.Json;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Schemas;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests.Schemas;

/// <summary>What an editor offers is what the checker reads: no key more, no key less.</summary>
public sealed class SchemaTests
{
    public static TheoryData<PolicyFileKind> Kinds => [.. PolicySchema.Kinds.Select(kind => kind.Kind)];

    public static TheoryData<string> RealFiles => [.. AllFiles().Select(file => file.Path)];

    [Fact]
    public void Every_kind_of_file_has_a_schema() =>
        Assert.All(Enum.GetValues<PolicyFileKind>(), kind => Assert.NotNull(FileShapes.Of(kind)));

    // A shape that no schema leads to would be read and never offered.
    [Fact]
    public void Every_shape_is_in_a_schema()
    {
        var reached = new HashSet<Shape>();
        foreach (var (_, kind) in PolicySchema.Kinds)
            Reach(new Written.Group(FileShapes.Of(kind)!), reached);

        var declared = typeof(Shape).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            // Calendars come with the language; nobody writes one in an editor.
            .Where(field => field.FieldType == typeof(Shape) && field.DeclaringType != typeof(CalendarBinder))
            .ToArray();
        Assert.NotEmpty(declared);
        Assert.Empty(declared.Where(field => !reached.Contains((Shape)field.GetValue(null)!)).Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_checker_knows_every_key_that_the_schema_offers_and_none_beside_them(PolicyFileKind kind)
    {
        using var schema = Parse(kind, BuiltInVocabulary.Terms);
        var groups = new SchemaWalk(schema).Groups().ToArray();
        Assert.NotEmpty(groups);
        foreach (var group in groups)
        {
            Assert.Empty(group.Keys.Where(key => IsUnknown(kind, group, key)).Select(key => $"{group}: '{key}' is offered, and is no key"));
            // Beside a key that is known: alone, an expectation would be said to ask nothing.
            Assert.True(group.Keys.Any(key => IsUnknown(kind, group, "zzz", key)), $"{group}: any key is read");
        }
    }

    [Theory]
    [MemberData(nameof(RealFiles))]
    public void Every_key_of_a_real_file_is_in_the_schema(string path)
    {
        var files = AllFiles().ToArray();
        var vocabulary = PolicyCompiler.Compile(files, "jova-pos", null).Vocabulary;
        var file = files.Single(file => file.Path == path);
        using var schema = Parse(file.Kind, vocabulary);
        Assert.Empty(new SchemaWalk(schema).Missing(file.Tree.Root));
    }

    [Fact]
    public void A_misspelt_key_of_a_real_file_is_not_in_the_schema()
    {
        using var schema = Parse(PolicyFileKind.Policy, BuiltInVocabulary.Terms);
        var tree = SyntaxReader.Read("x.policy.yaml", "policy: x\ndata:\n  contact.email:\n    - { fro: promotion, keep: { for: 1 year, thn: erase } }\n  contact.emial: {}\n");
        Assert.Equal(["fro", "thn", "contact.emial"], new SchemaWalk(schema).Missing(tree.Root));
    }

    [Fact]
    public void Terms_of_an_own_vocabulary_are_offered_with_their_definition()
    {
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse("policies/x.policy.yaml", "policy: x\ncontroller: { name: X }"),
                PolicyCompiler.Parse("policies/x.vocabulary.yaml",
                    """
                    vocabulary: x
                    purposes:
                      stamp-collecting:
                        label: { en: Collecting stamps, id: Mengumpulkan prangko }
                        definition: { en: Joy., id: Kegembiraan. }
                    """),
            ], "x", null);
        Assert.Empty(compiled.Diagnostics.Select(one => one.Message));

        using var schema = JsonDocument.Parse(PolicySchema.Write(PolicyFileKind.Policy, compiled.Vocabulary, MessageLanguage.Indonesian));
        var term = schema.RootElement.GetProperty("properties").GetProperty("purposes").GetProperty("properties").GetProperty("stamp-collecting");
        Assert.Equal(("Mengumpulkan prangko", "Kegembiraan."), (term.GetProperty("title").GetString(), term.GetProperty("description").GetString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_is_explained_in_both_languages(PolicyFileKind kind)
    {
        var english = PolicySchema.Write(kind, BuiltInVocabulary.Terms, MessageLanguage.English);
        var indonesian = PolicySchema.Write(kind, BuiltInVocabulary.Terms, MessageLanguage.Indonesian);
        Assert.NotEqual(english, indonesian);
        Assert.Equal(SchemaWalk.Structure(english), SchemaWalk.Structure(indonesian));
    }

    // To write them anew: dotnet run --project src/PolicyAsCode.Cli -- schema --output schema
    [Fact]
    public void The_copies_in_the_repository_are_what_would_be_written()
    {
        foreach (var (name, kind) in PolicySchema.Kinds)
            Assert.True(
                Repository.Read($"schema/{PolicySchema.FileName(name)}") == PolicySchema.Write(kind, BuiltInVocabulary.Terms, MessageLanguage.English),
                $"schema/{PolicySchema.FileName(name)} is not what 'eng/write-schemas.sh' writes: run it.");
    }

    private static IEnumerable<ParsedFile> AllFiles() => Directory.EnumerateFiles(Repository.PathOf("policies"), "*.yaml")
        .Select(file => $"policies/{Path.GetFileName(file)}")
        .Where(path => PolicyCompiler.KindOf(path) is not null)
        .Order(StringComparer.Ordinal)
        .Select(path => PolicyCompiler.Parse(path, Repository.Read(path)));

    private static JsonDocument Parse(PolicyFileKind kind, Model.Vocabulary vocabulary) =>
        JsonDocument.Parse(PolicySchema.Write(kind, vocabulary, MessageLanguage.English));

    private static bool IsUnknown(PolicyFileKind kind, SchemaGroup group, params string[] keys)
    {
        var name = kind.ToString().ToLowerInvariant();
        var path = $"policies/x.{name}.yaml";
        var text = group.Yaml(name, keys);
        var file = PolicyCompiler.Parse(path, text);
        var policy = PolicyCompiler.Parse("policies/x.policy.yaml", "policy: x\ncontroller: { name: X }\nfollows: x\n");
        Assert.Empty(file.Diagnostics.Select(one => one.Message));
        return PolicyCompiler.Compile(kind == PolicyFileKind.Policy ? [file] : [file, policy], "x", null)
            .Diagnostics.Any(one => one.Location.Path == path && one.Id is PolicyRules.UnknownKey or PolicyRules.UnknownTerm or PolicyRules.WrongValue
                && one.Location.Range.Length == keys[0].Length && string.CompareOrdinal(text, one.Location.Range.Offset, keys[0], 0, keys[0].Length) == 0);
    }

    private static void Reach(Written written, HashSet<Shape> reached)
    {
        switch (written)
        {
            case Written.Group group:
                if (reached.Add(group.Shape))
                    foreach (var key in group.Shape.Keys)
                        Reach(key.Written, reached);
                break;
            case Written.Map map:
                Reach(map.Values, reached);
                break;
            case Written.List list:
                Reach(list.Item, reached);
                break;
            case Written.Either either:
                foreach (var choice in either.Choices)
                    Reach(choice, reached);
                break;
        }
    }
}
