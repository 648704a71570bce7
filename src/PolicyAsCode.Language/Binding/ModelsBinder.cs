using System.Collections.Immutable;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads models of libraries: below <c>sinks</c> the kinds, below each its types, below each their members and which of
/// their parameters go there; below <c>returns</c> what their members give back, and below <c>types</c> what is in them.
/// </summary>
internal sealed class ModelsBinder(BindingContext context)
{
    private const string AllParameters = "all";
    private const string Nothing = "nothing";

    private static readonly Value<SinkKind> s_kind = Values.Choice([.. SinkWords.All.Select(one => (one.Word, one.Kind))]);
    private static readonly Value<Located<string>[]> s_parameters = Values.List(Values.Text);
    private static readonly Value<Located<Term>[]> s_categories = Values.List(Values.Term(TermKind.Category));

    private static readonly Key<string> s_models = new("models", Values.Name, Message.Of("Keys.Models"));
    private static readonly Key<SyntaxNode> s_sinks = new("sinks",
        Groups.ByWord(s_kind.Written,
            new Written.Map(new Written.Text(), new Written.Map(new Written.Text(), s_parameters.Written))),
        Message.Of("Keys.ModelsSinks"));
    private static readonly Key<SyntaxNode> s_hashes = new("hashes",
        Groups.ByName(new Written.Map(new Written.Text(), s_parameters.Written)), Message.Of("Keys.ModelsHashes"));
    private static readonly Key<SyntaxNode> s_returns = new("returns",
        Groups.ByName(new Written.Map(
            new Written.Text(), new Written.Either(new Written.Choice([Nothing]), s_categories.Written))),
        Message.Of("Keys.ModelsReturns"));
    private static readonly Key<SyntaxNode> s_types = new("types",
        Groups.ByName(new Written.Map(new Written.Text(), HeldBinder.Written)), Message.Of("Keys.ModelsTypes"));

    /// <summary>The keys of a models file.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Models"), s_models, s_sinks, s_hashes, s_returns, s_types);

    /// <summary>Reads files, together.</summary>
    public static LibraryModel Bind(
        IEnumerable<SyntaxTree> files, Vocabulary vocabulary, ICollection<PolicyDiagnostic> mistakes)
    {
        var all = LibraryModel.Empty;
        foreach (var file in files)
        {
            var context = new BindingContext(file.Path, vocabulary, mistakes);
            var head = file.Root.Entries.IsEmpty ? file.Root.Range : file.Root.Entries[0].Key.Range;
            var root = Fields.Read(file.Root, Shape, head, context);
            EmptySections.Report(root, Shape, context);
            root.TryRequire(s_models, Message.Of("Statements.TheModelsFile"), out _);
            var binder = new ModelsBinder(context);
            all = all.Join(new()
            {
                Sinks = [.. binder.Sinks(root.Node(s_sinks))],
                Hashes = [.. binder.Hashes(root.Node(s_hashes))],
                Results = [.. binder.Results(root.Node(s_returns))],
                Types = [.. binder.Types(root.Node(s_types))],
            });
        }
        return all;
    }

    private IEnumerable<LibrarySink> Sinks(SyntaxNode? section)
    {
        foreach (var kind in context.Entries(section, Message.Of("Shapes.Sinks")))
        {
            var isKind = s_kind.TryRead(kind.Key, context, out var reached);
            foreach (var (type, member, parameters) in Members(kind.Value))
                if (isKind)
                    yield return new(reached, type, member.Value, parameters) { Location = context.Locate(member.Range) };
        }
    }

    private IEnumerable<LibraryHash> Hashes(SyntaxNode? section) =>
        Members(section).Select(one => new LibraryHash(one.Type, one.Member.Value, one.Parameters));

    private IEnumerable<LibraryResult> Results(SyntaxNode? section)
    {
        foreach (var type in context.Entries(section, Message.Of("Shapes.ResultTypes")))
            foreach (var member in context.Entries(type.Value, Message.Of("Shapes.ResultMembers")))
                if (member.Value is ScalarNode { Value: Nothing })
                    yield return new(type.Key.Value, member.Key.Value, []) { Location = context.Locate(member.Key.Range) };
                else if (s_categories.TryRead(member.Value, context, out var held) && held.Length > 0)
                    yield return new(type.Key.Value, member.Key.Value, held.Values())
                    {
                        Location = context.Locate(member.Key.Range),
                    };
    }

    private IEnumerable<(string Type, ScalarNode Member, ImmutableArray<string> Parameters)> Members(SyntaxNode? section)
    {
        foreach (var type in context.Entries(section, Message.Of("Shapes.SinkTypes")))
            foreach (var member in context.Entries(type.Value, Message.Of("Shapes.SinkMembers")))
                if (s_parameters.TryRead(member.Value, context, out var parameters))
                    yield return (type.Key.Value, member.Key, Named(parameters.Values()));
    }

    private IEnumerable<TypeBinding> Types(SyntaxNode? section)
    {
        foreach (var type in context.Entries(section, Message.Of("Shapes.Types")))
        {
            var members = context.Entries(type.Value, Message.Of("Shapes.Members"))
                .Select(member => HeldBinder.Read(member, context)).OfType<MemberBinding>().ToImmutableArray();
            yield return new(type.Key.Value, null, members, context.Locate(type.Key.Range));
        }
    }

    private static ImmutableArray<string> Named(ImmutableArray<string> parameters) =>
        parameters is [AllParameters] ? [] : parameters;
}
