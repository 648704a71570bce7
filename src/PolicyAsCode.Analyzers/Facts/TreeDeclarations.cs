using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Where in one file rules may have something to look at: its types, its bodies, its attributes. One walk over the
/// declarations, kept per syntax tree; a compiler that is asked for callbacks makes it anew for each symbol.
/// </summary>
internal sealed class TreeDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> Known = new();

    private readonly ImmutableArray<SyntaxNode>.Builder _types = ImmutableArray.CreateBuilder<SyntaxNode>();
    private readonly ImmutableArray<SyntaxNode>.Builder _bodies = ImmutableArray.CreateBuilder<SyntaxNode>();
    private readonly ImmutableArray<AttributeSyntax>.Builder _attributes = ImmutableArray.CreateBuilder<AttributeSyntax>();
    private readonly List<(string Name, bool IsGlobal)> _aliases = [];

    private TreeDeclarations(SyntaxTree tree)
    {
        if (tree.GetRoot() is not CompilationUnitSyntax root)
            return;
        Add(root.AttributeLists);
        Add(root.Usings);
        Add(root.Members);
        if (root.Members.Any(SyntaxKind.GlobalStatement))
            _bodies.Add(root);
        foreach (var code in TreeNames.Of(tree).CodeWithAttributes)
            foreach (var node in code.DescendantNodes())
                if (node is AttributeSyntax attribute && IsInCode(attribute.Parent!))
                    _attributes.Add(attribute);
        (Types, Bodies, Attributes) = (_types.ToImmutable(), _bodies.ToImmutable(), _attributes.ToImmutable());
    }

    /// <summary>Declarations of types, delegates and extension blocks.</summary>
    internal ImmutableArray<SyntaxNode> Types { get; } = [];

    /// <summary>
    /// Code that runs: methods, constructors (of a type that hands something to its base's, the type), accessors, what stands
    /// behind a property's arrow, properties that begin with something, the file with its statements.
    /// </summary>
    internal ImmutableArray<SyntaxNode> Bodies { get; } = [];

    /// <summary>Attributes, those in bodies among them.</summary>
    internal ImmutableArray<AttributeSyntax> Attributes { get; } = [];

    /// <summary>Names that the file gives to types, and whether it does for all files.</summary>
    internal IReadOnlyList<(string Name, bool IsGlobal)> Aliases => _aliases;

    internal static TreeDeclarations Of(SyntaxTree tree) => Known.GetValue(tree, key => new(key));

    /// <summary>Whether a list of attributes stands on a lambda or a local function, or on a parameter of one.</summary>
    internal static bool IsInCode(SyntaxNode attributes) => attributes.Parent switch
    {
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => true,
        ParameterSyntax or TypeParameterSyntax => attributes.Parent.Parent?.Parent
            is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax,
        _ => false,
    };

    /// <summary>What a body belongs to.</summary>
    internal static ISymbol? OwnerOf(SyntaxNode body, SemanticModel model, CancellationToken cancel) => body switch
    {
        TypeDeclarationSyntax type => PrimaryConstructor(type, model, cancel),
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancel) as IPropertySymbol)?.GetMethod,
        CompilationUnitSyntax program => model.GetDeclaredSymbol(program, cancel),
        _ => model.GetDeclaredSymbol(body, cancel),
    };

    /// <summary>What an attribute stands on, or the method in which it does.</summary>
    internal static ISymbol? HolderOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancel)
    {
        foreach (var node in attribute.Ancestors())
            switch (node)
            {
                case BaseFieldDeclarationSyntax { Declaration.Variables: [{ } first, ..] }:
                    return model.GetDeclaredSymbol(first, cancel);
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax program }:
                    return model.GetDeclaredSymbol(program, cancel);
                case TypeDeclarationSyntax { ParameterList: { } parameters } type when parameters.Span.Contains(attribute.Span):
                    return PrimaryConstructor(type, model, cancel);
                case MemberDeclarationSyntax or AccessorDeclarationSyntax:
                    return model.GetDeclaredSymbol(node, cancel);
            }
        return null;
    }

    private static IMethodSymbol? PrimaryConstructor(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancel) =>
        model.GetDeclaredSymbol(type, cancel)?.InstanceConstructors.FirstOrDefault(constructor =>
            constructor.DeclaringSyntaxReferences.Any(one => one.SyntaxTree == type.SyntaxTree && one.Span == type.Span));

    private void Add(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
            Add(member);
    }

    private void Add(MemberDeclarationSyntax member)
    {
        Add(member.AttributeLists);
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                Add(space.Usings);
                Add(space.Members);
                break;
            case TypeDeclarationSyntax type:
                _types.Add(type);
                Add(type.TypeParameterList);
                Add(type.ParameterList);
                if (type.BaseList is { Types: [PrimaryConstructorBaseTypeSyntax, ..] })
                    _bodies.Add(type);
                Add(type.Members);
                break;
            case EnumDeclarationSyntax type:
                _types.Add(type);
                foreach (var value in type.Members)
                    Add(value.AttributeLists);
                break;
            case DelegateDeclarationSyntax type:
                _types.Add(type);
                Add(type.TypeParameterList);
                Add(type.ParameterList);
                break;
            case BaseMethodDeclarationSyntax method:
                Add((method as MethodDeclarationSyntax)?.TypeParameterList);
                Add(method.ParameterList);
                if (method is { Body: not null } or { ExpressionBody: not null } or ConstructorDeclarationSyntax)
                    _bodies.Add(method);
                break;
            case BasePropertyDeclarationSyntax property:
                Add(property);
                break;
            case BaseFieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                foreach (var one in field.Declaration.Variables)
                    if (one.Initializer is not null)
                        _bodies.Add(one);
                break;
        }
    }

    private void Add(BasePropertyDeclarationSyntax property)
    {
        Add((property as IndexerDeclarationSyntax)?.ParameterList);
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
        {
            Add(accessor.AttributeLists);
            if (accessor is { Body: not null } or { ExpressionBody: not null })
                _bodies.Add(accessor);
        }
        if ((property as PropertyDeclarationSyntax)?.ExpressionBody is { } value)
            _bodies.Add(value);
        else if ((property as IndexerDeclarationSyntax)?.ExpressionBody is { } element)
            _bodies.Add(element);
        if (property is PropertyDeclarationSyntax { Initializer: not null })
            _bodies.Add(property);
    }

    private void Add(BaseParameterListSyntax? list)
    {
        foreach (var parameter in list?.Parameters ?? default)
            Add(parameter.AttributeLists);
    }

    private void Add(TypeParameterListSyntax? list)
    {
        foreach (var parameter in list?.Parameters ?? default)
            Add(parameter.AttributeLists);
    }

    private void Add(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
            _attributes.AddRange(list.Attributes);
    }

    private void Add(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var one in usings)
            if (one.Alias is { Name.Identifier.ValueText: var name })
                _aliases.Add((name, !one.GlobalKeyword.IsKind(SyntaxKind.None)));
    }
}
