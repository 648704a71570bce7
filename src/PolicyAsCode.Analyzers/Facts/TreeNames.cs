using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers.Flow;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What one file declares, by names alone. Kept per syntax tree, so that it survives edits elsewhere; bodies are not
/// walked but for what is said in words (an authorisation policy).
/// </summary>
internal sealed class TreeNames
{
    /// <summary>The name under which all operators and conversions go: where they are used, none is written.</summary>
    internal const string Operators = "operator";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _logs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _optOuts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ends = new(StringComparer.Ordinal);
    private readonly HashSet<string> _throwing = new(StringComparer.Ordinal);
    private readonly List<Mention> _mentions = [];
    private readonly List<string> _typesWithBases = [];
    private readonly List<Attributed> _attributed = [];
    private readonly List<(string Name, ImmutableArray<string> Bases)> _attributes = [];

    private readonly Lazy<IReadOnlyList<(string Owner, string Member)>> _members;
    private readonly Lazy<IReadOnlyList<(string Name, NamesInBody Names)>> _bodies;
    private readonly Lazy<IReadOnlyList<NamesInBody>> _nameless;
    private readonly Lazy<IReadOnlyList<SyntaxNode>> _inCode;
    private readonly ConcurrentDictionary<TextSpan, NamesInBody> _names = new();

    private TreeNames(SyntaxNode root)
    {
        _bodies = new(() => [.. Computing(root).Concat(Operating(root)).Select(one => (one.Name, NamesIn(one.Node)))]);
        _nameless = new(() => [.. Nameless(root).Select(NamesIn)]);
        _members = new(() => [.. DataMembers(root)]);
        _inCode = new(() =>
        [
            .. Computing(root).Select(one => one.Node).Concat(Nameless(root)).Where(node => NamesIn(node).MayHaveAttributes),
        ]);
        foreach (var node in root.DescendantNodes(node => node is not (StatementSyntax or ArrowExpressionClauseSyntax)
                     || node is GlobalStatementSyntax))
            switch (node)
            {
                case AttributeSyntax { Name: var name } attribute:
                    Attribute(attribute, Last(name));
                    break;
                case BaseTypeDeclarationSyntax { BaseList.Types.Count: > 0 } type:
                    _typesWithBases.Add(type.Identifier.ValueText);
                    _mentions.Add(new(null, type.Identifier.ValueText, BasesOf(type)));
                    if (type.Identifier.ValueText.EndsWith("Attribute", StringComparison.Ordinal))
                        _attributes.Add((
                            BoundNames.WithoutEnding(type.Identifier.ValueText),
                            BasesOf(type).Select(BoundNames.WithoutEnding).ToImmutableArray()));
                    break;
                case MemberDeclarationSyntax or ParameterSyntax:
                    Member(node);
                    break;
            }
    }

    /// <summary>
    /// A member (or parameter) whose type is written with these names, and the type that holds what it holds; or a type
    /// alone, with the names from which it derives.
    /// </summary>
    internal sealed record Mention(string? Member, string? Holder, ImmutableArray<string> Types);

    /// <summary>A member (or parameter) and an attribute that it carries, by the names that stand in the code.</summary>
    internal sealed record Attributed(string Attribute, string Member, string? Owner);

    /// <summary>Which members carry which attributes; ours and the compiler's are not among them.</summary>
    internal IReadOnlyList<Attributed> AttributedMembers => _attributed;

    /// <summary>Attributes that are declared here, and from what they derive; without the ending of their names.</summary>
    internal IReadOnlyList<(string Name, ImmutableArray<string> Bases)> AttributeTypes => _attributes;

    /// <summary>Properties and fields with the types that declare them; read when somebody asks.</summary>
    internal IReadOnlyList<(string Owner, string Member)> Members => _members.Value;

    /// <summary>
    /// Names of members, parameters and methods that carry a <c>[DataCategory]</c>, and of their types.
    /// </summary>
    internal IEnumerable<string> Declared => _declared;

    /// <summary>Names of methods and delegates made by <c>LoggerMessage</c>.</summary>
    internal IEnumerable<string> Logs => _logs;

    /// <summary>Names of methods that carry a <c>[Gate]</c>.</summary>
    internal IEnumerable<string> Gates => _gates;

    /// <summary>Names of what carries an <c>[OptOut]</c>, and of the members of types that do; parameters are known where they are used.</summary>
    internal IEnumerable<string> OptOuts => _optOuts;

    /// <summary>Names of methods that carry a <c>[Recipient]</c> or <c>[Anonymises]</c>, themselves or by their type.</summary>
    internal IEnumerable<string> Ends => _ends;

    /// <summary>Names of methods that end in a <c>throw</c>, and may never come back.</summary>
    internal IEnumerable<string> Throwing => _throwing;

    /// <summary>Which members mention which types, and which types hold or derive from which.</summary>
    internal IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>Methods, properties, constructors and fields that compute, by name, and the identifiers in their bodies.</summary>
    internal IReadOnlyList<(string Name, NamesInBody Names)> Bodies => _bodies.Value;

    /// <summary>Code in which attributes may stand, on lambdas and local functions; it may be in another of them.</summary>
    internal IEnumerable<SyntaxNode> CodeWithAttributes => _inCode.Value;

    /// <summary>Types that derive from something: only they can be contexts.</summary>
    internal IReadOnlyList<string> TypesWithBases => _typesWithBases;

    /// <summary>Whether any code of the file mentions a name: who looks for a call need not look at the nodes of other files.</summary>
    internal bool Says(string name)
    {
        foreach (var (_, names) in Bodies)
            if (names.Mentions(name))
                return true;
        foreach (var names in _nameless.Value)
            if (names.Mentions(name))
                return true;
        return false;
    }

    internal static TreeNames Of(SyntaxTree tree) => Known.GetValue(tree, key => new(key.GetRoot()));

    /// <summary>The names in a member's declaration, collected once.</summary>
    internal NamesInBody NamesIn(SyntaxNode member) => _names.GetOrAdd(member.FullSpan, _ => new(member));

    /// <summary>The names under which a method or accessor computes; none for what no code calls by one.</summary>
    internal static IEnumerable<string> NamesOfCode(SyntaxNode code) =>
        code.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member ? []
        : NameOf(member) is not { } name ? []
        : name == Operators ? [name, TypeOf(member)]
        : [name];

    private static IEnumerable<(string Name, SyntaxNode Node)> Computing(SyntaxNode root) =>
        from node in root.DescendantNodes(node => node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or CompilationUnitSyntax
            or BaseFieldDeclarationSyntax or VariableDeclarationSyntax)
        let name = NameOf(node)
        where name is not null
        select (name, node);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => Operators,
        // What a field begins with may be a function that runs where the field is called.
        VariableDeclaratorSyntax { Initializer: not null } field => field.Identifier.ValueText,
        _ => null,
    };

    // Who uses an operator may name its type, and nothing else of it.
    private static IEnumerable<(string Name, SyntaxNode Node)> Operating(SyntaxNode root) =>
        from node in root.DescendantNodes(node => node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or CompilationUnitSyntax)
        where node is OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax
        select (TypeOf(node), node);

    private static string TypeOf(SyntaxNode operation) =>
        operation.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? Operators;

    // Code that no member of a name holds.
    private static IEnumerable<SyntaxNode> Nameless(SyntaxNode root) =>
        root.DescendantNodes(node => node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or CompilationUnitSyntax)
            .Where(node => node is GlobalStatementSyntax or EventDeclarationSyntax or DestructorDeclarationSyntax
                or BaseListSyntax { Types: [PrimaryConstructorBaseTypeSyntax, ..] });

    private void Attribute(AttributeSyntax attribute, string name)
    {
        if (name is "DataCategory" or Attributes.DataCategory)
        {
            var holder = attribute.Parent?.Parent;
            foreach (var declared in NamesOf(holder))
                _declared.Add(declared);
            if (holder?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
                _declared.Add(type.Identifier.ValueText);
        }
        else if (name is "LoggerMessage" or "LoggerMessageAttribute")
            foreach (var declared in NamesOf(attribute.Parent?.Parent))
                _logs.Add(declared);
        else if (name is "Recipient" or Attributes.Recipient or "Anonymises" or Attributes.Anonymises)
        {
            var holder = attribute.Parent?.Parent;
            if (holder is ParameterSyntax)
                holder = holder.FirstAncestorOrSelf<MemberDeclarationSyntax>();
            _ends.UnionWith(NamesOf(holder));
            if (holder is TypeDeclarationSyntax marked)
                _ends.UnionWith(marked.Members.SelectMany(NamesOf).Append(marked.Identifier.ValueText));
        }
        else if (name is "Gate" or Attributes.Gate)
            foreach (var declared in NamesOf(attribute.Parent?.Parent))
                _gates.Add(declared);
        else if (name is "OptOut" or Attributes.OptOut)
        {
            if (attribute.Parent?.Parent is TypeDeclarationSyntax marked)
                _optOuts.UnionWith(marked.Members.SelectMany(NamesOf).Append(marked.Identifier.ValueText));
            else if (attribute.Parent?.Parent is not ParameterSyntax)
                _optOuts.UnionWith(NamesOf(attribute.Parent?.Parent));
        }
        else if (attribute.Parent?.Parent is { } holder && holder is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax)
            foreach (var member in NamesOf(holder))
                _attributed.Add(new(
                    BoundNames.WithoutEnding(name), member,
                    holder.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText));
    }

    private static ImmutableArray<string> BasesOf(BaseTypeDeclarationSyntax type) =>
    [
        .. type.BaseList!.Types.Select(one => one.Type).OfType<NameSyntax>()
            .Select(Last),
    ];

    private static IEnumerable<(string Owner, string Member)> DataMembers(SyntaxNode root) =>
        from node in root.DescendantNodes(node => node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
            or CompilationUnitSyntax or ParameterListSyntax)
        where node is PropertyDeclarationSyntax or FieldDeclarationSyntax
            or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax }
        let owner = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()
        where owner is not null
        from name in NamesOf(node)
        select (owner.Identifier.ValueText, name);

    private static bool EndsInThrow(MethodDeclarationSyntax method) =>
        method.ExpressionBody?.Expression is ThrowExpressionSyntax
        || method.Body?.Statements.LastOrDefault() is ThrowStatementSyntax;

    private void Member(SyntaxNode node)
    {
        var (type, holder) = node switch
        {
            PropertyDeclarationSyntax property => (property.Type, HolderOf(property)),
            BasePropertyDeclarationSyntax property => (property.Type, null),
            FieldDeclarationSyntax field => (field.Declaration.Type, HolderOf(field)),
            MethodDeclarationSyntax method => (method.ReturnType, null),
            ParameterSyntax { Parent.Parent: RecordDeclarationSyntax record } parameter => (parameter.Type, record),
            ParameterSyntax parameter => (parameter.Type, null),
            _ => (null, null),
        };
        if (node is MethodDeclarationSyntax declared && EndsInThrow(declared))
            _throwing.Add(declared.Identifier.ValueText);
        if (type is null or PredefinedTypeSyntax)
            return;

        var names = type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Select(name => name.Identifier.ValueText).ToImmutableArray();
        foreach (var name in NamesOf(node))
            _mentions.Add(new(name, holder?.Identifier.ValueText, names));
        if (node is FieldDeclarationSyntax { Declaration.Variables: var variables })
            foreach (var variable in variables)
                if (variable.Initializer?.Value is InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Expression: var definer },
                    }
                    && definer.ToString().EndsWith("LoggerMessage", StringComparison.Ordinal))
                    _logs.Add(variable.Identifier.ValueText);
    }

    // What an object shows of itself (TypeContents): what its own code alone can read has a name that this code says.
    private static TypeDeclarationSyntax? HolderOf(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword)
            ? null
            : member.Parent switch
            {
                InterfaceDeclarationSyntax type => type,
                TypeDeclarationSyntax type when member.Modifiers.Any(modifier => modifier.Kind()
                    is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword) => type,
                _ => null,
            };

    private static IEnumerable<string> NamesOf(SyntaxNode? node) => node switch
    {
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        ParameterSyntax parameter => [parameter.Identifier.ValueText],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        LocalFunctionStatementSyntax function => [function.Identifier.ValueText],
        _ => [],
    };

    private static string Last(NameSyntax name) =>
        (name as QualifiedNameSyntax)?.Right.Identifier.ValueText
            ?? (name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
}
