using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Generators.Reading;

/// <summary>
/// What a context's own <c>OnModelCreating</c>, and the configuration classes that it applies, say about keys and owned
/// types, by the entity's type. Calls are understood one by one, by the builder type that they are made on; loops, and
/// methods elsewhere, are not seen.
/// </summary>
internal sealed class FluentMapping
{
    private readonly Dictionary<ITypeSymbol, List<string>> _keys = new(SymbolEqualityComparer.Default);
    private readonly List<(ITypeSymbol Entity, string Property)> _unique = [];
    private readonly List<(ITypeSymbol Entity, string Property)> _required = [];
    private readonly List<(ITypeSymbol Entity, string Property)> _ignored = [];
    private readonly List<(ITypeSymbol Entity, string Property)> _configured = [];
    private readonly HashSet<ITypeSymbol> _owned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _views = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _converted = new(SymbolEqualityComparer.Default);
    private readonly List<(ITypeSymbol Entity, string Property)> _convertedProperties = [];
    private readonly List<(ITypeSymbol One, ITypeSymbol Other)> _manyToMany = [];
    private readonly HashSet<ITypeSymbol> _configurations = new(SymbolEqualityComparer.Default);

    /// <summary>Foreign keys: dependent, principal, columns, the navigation on the dependent, and whether it is required.</summary>
    public List<FluentForeignKey> ForeignKeys { get; } = [];

    /// <summary>Entities that only <c>modelBuilder.Entity&lt;T&gt;()</c> names.</summary>
    public List<INamedTypeSymbol> Entities { get; } = [];

    /// <summary>The configured key of an entity, or of what it derives from; null where none is.</summary>
    public IReadOnlyList<string>? KeyOf(ITypeSymbol entity)
    {
        for (var level = entity; level is not null; level = level.BaseType)
            if (_keys.TryGetValue(level, out var key))
                return key;
        return null;
    }

    /// <summary>Whether values of the property are stored through a converter, whatever their type.</summary>
    public bool IsConverted(ITypeSymbol entity, IPropertySymbol property) =>
        _converted.Contains(ContextReader.Underlying(property.Type).WithNullableAnnotation(NullableAnnotation.None))
        || Holds(_convertedProperties, entity, property.Name);

    /// <summary>Whether a collection of the one type is half of a many-to-many relationship.</summary>
    public bool IsManyToMany(ITypeSymbol one, ITypeSymbol other) => _manyToMany.Any(pair =>
        Same(pair.One, one) && Same(pair.Other, other) || Same(pair.One, other) && Same(pair.Other, one));

    public bool IsUnique(ITypeSymbol entity, string property) => Holds(_unique, entity, property);

    public bool IsRequired(ITypeSymbol entity, string property) => Holds(_required, entity, property);

    public bool IsIgnored(ITypeSymbol entity, string property) => Holds(_ignored, entity, property);

    /// <summary>Whether a property is named, so that it is mapped even without a setter.</summary>
    public bool IsConfigured(ITypeSymbol entity, string property) => Holds(_configured, entity, property);

    /// <summary>Whether objects of the type are parts of rows, even where it has a key.</summary>
    public bool IsOwned(ITypeSymbol type) => _owned.Contains(type);

    /// <summary>Whether rows of the type are read from elsewhere: their data lies in the tables behind the view.</summary>
    public bool IsView(ITypeSymbol type) => _views.Contains(type);

    /// <summary>Reads the methods of a context and of its base types, in all their parts.</summary>
    public static FluentMapping Read(
        INamedTypeSymbol context, IReadOnlyList<INamedTypeSymbol> stored, Compilation compilation, CancellationToken cancel)
    {
        var mapping = new FluentMapping();
        for (var type = context; type is not null; type = type.BaseType)
        {
            mapping.Read(type, "OnModelCreating", compilation, cancel);
            mapping.Read(type, "ConfigureConventions", compilation, cancel);
        }

        IdentityMapping.Read(
            context, stored,
            (type, key) =>
            {
                if (mapping.KeyOf(type) is null)
                    mapping._keys[type] = key;
            },
            mapping.ForeignKeys.Add, type => mapping._views.Add(type));
        return mapping;
    }

    private void Read(INamedTypeSymbol type, string method, Compilation compilation, CancellationToken cancel)
    {
        foreach (var found in type.GetMembers(method))
            foreach (var declaration in found.DeclaringSyntaxReferences)
            {
                var syntax = declaration.GetSyntax(cancel);
                var model = compilation.GetSemanticModel(syntax.SyntaxTree);
                foreach (var call in syntax.DescendantNodes().OfType<InvocationExpressionSyntax>())
                {
                    cancel.ThrowIfCancellationRequested();
                    if (call.Expression is MemberAccessExpressionSyntax { Name: { } name, Expression: { } receiver })
                        Note(call, name, receiver, model, cancel);
                }
            }
    }

    private void Apply(IEnumerable<INamedTypeSymbol> types, Compilation compilation, CancellationToken cancel)
    {
        foreach (var type in types)
        {
            if (type.IsAbstract || !_configurations.Add(type))
                continue;
            var entities = type.AllInterfaces
                .Where(contract => contract is { Name: "IEntityTypeConfiguration", TypeArguments.Length: 1 })
                .Select(contract => contract.TypeArguments[0]).OfType<INamedTypeSymbol>().ToList();
            if (entities.Count == 0)
                continue;
            Entities.AddRange(entities);
            for (var level = type; level is not null; level = level.BaseType)
                Read(level, "Configure", compilation, cancel);
        }
    }

    private void Note(
        InvocationExpressionSyntax call, SimpleNameSyntax name, ExpressionSyntax receiver, SemanticModel model,
        CancellationToken cancel)
    {
        switch (name.Identifier.ValueText)
        {
            case "Entity" when name is GenericNameSyntax generic
                && model.GetTypeInfo(generic.TypeArgumentList.Arguments[0], cancel).Type is INamedTypeSymbol entity:
                Entities.Add(entity);
                break;
            case "ApplyConfiguration" when call.ArgumentList.Arguments is [var applied, ..]
                && model.GetTypeInfo(applied.Expression, cancel).Type is INamedTypeSymbol configuration:
                Apply([configuration], model.Compilation, cancel);
                break;
            case "ApplyConfigurationsFromAssembly":
                Apply(
                    model.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, cancel).OfType<INamedTypeSymbol>()
                        .Where(type => type.TypeKind == TypeKind.Class),
                    model.Compilation, cancel);
                break;
            case "Owned" or "OwnsOne" or "OwnsMany" or "ComplexProperty" or "ComplexCollection"
                when model.GetSymbolInfo(call, cancel).Symbol is IMethodSymbol { TypeArguments: [.., var owned] } method
                && method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal):
                _owned.Add(owned.WithNullableAnnotation(NullableAnnotation.None));
                break;
            case "ToView" or "ToSqlQuery" or "ToFunction" when Builder("EntityTypeBuilder") is [var entity]:
                _views.Add(entity);
                break;
            case "HasNoKey" when Builder("EntityTypeBuilder") is [var entity]:
                _keys[entity] = [];
                break;
            case "HaveConversion" when Builder("PropertiesConfigurationBuilder") is [var type]:
                _converted.Add(type.WithNullableAnnotation(NullableAnnotation.None));
                break;
            case "HasConversion" when Earlier(receiver, "Property") is { } property && Holder(property) is { } converted:
                _convertedProperties.AddRange(Names(property).Select(named => (converted, named)));
                break;
            case "WithMany" when Builder("CollectionNavigationBuilder") is [var one, var other]:
                _manyToMany.Add((one, other));
                break;
            case "Property" when Holder(call) is { } entity:
                _configured.AddRange(Names(call).Select(property => (entity, property)));
                break;
            case "HasKey" when Builder("EntityTypeBuilder") is [var entity]:
                _keys[entity] = Names(call);
                break;
            case "HasAlternateKey" when Builder("EntityTypeBuilder") is [var entity]:
                _unique.AddRange(Names(call).Select(property => (entity, property)));
                break;
            case "Ignore" when Holder(call) is { } entity:
                _ignored.AddRange(Names(call).Select(property => (entity, property)));
                break;
            case "IsUnique" when Builder("IndexBuilder") is [var entity] && IsTrue(call)
                && Earlier(receiver, "HasIndex") is { } index:
                _unique.AddRange(Names(index).Select(property => (entity, property)));
                break;
            case "IsRequired" when IsTrue(call) && Earlier(receiver, "Property") is { } property && Holder(property) is { } entity:
                _required.AddRange(Names(property).Select(required => (entity, required)));
                break;
            case "HasForeignKey" when Builder("ReferenceCollectionBuilder") is [var principal, var dependent]:
                Link(dependent, principal);
                break;
            case "HasForeignKey" when Builder("ReferenceReferenceBuilder") is [var one, var other]
                && name is GenericNameSyntax generic
                && model.GetTypeInfo(generic.TypeArgumentList.Arguments[0], cancel).Type is { } dependent:
                Link(dependent, SymbolEqualityComparer.Default.Equals(dependent, one) ? other : one);
                break;
        }

        IReadOnlyList<ITypeSymbol> Builder(string builder) => Generic(model, receiver, builder, cancel);

        // The type of whose property a call on its builder speaks: an entity, or an object in its rows.
        ITypeSymbol? Holder(InvocationExpressionSyntax on)
        {
            var builder = ((MemberAccessExpressionSyntax)on.Expression).Expression;
            return Generic(model, builder, "EntityTypeBuilder", cancel) is [var entity] ? entity
                : Generic(model, builder, "OwnedNavigationBuilder", cancel) is [_, var owned] ? owned
                : Generic(model, builder, "ComplexPropertyBuilder", cancel) is [var complex] ? complex
                : Generic(model, builder, "ComplexCollectionBuilder", cancel) is [var element] ? element
                : null;
        }

        void Link(ITypeSymbol dependent, ITypeSymbol principal)
        {
            var one = Earlier(receiver, "HasOne");
            var required = (Later(call, "IsRequired") ?? Earlier(receiver, "IsRequired")) is { } requirement
                ? IsTrue(requirement)
                : (bool?)null;
            var onDependent = one is not null
                && Generic(model, ((MemberAccessExpressionSyntax)one.Expression).Expression, "EntityTypeBuilder", cancel)
                    is [var from]
                && SymbolEqualityComparer.Default.Equals(from, dependent);
            var inverse = onDependent ? one : Earlier(receiver, "WithOne");
            ForeignKeys.Add(new(
                dependent, principal, Names(call), inverse is null ? null : Names(inverse).FirstOrDefault(), required,
                (Earlier(receiver, "HasPrincipalKey") ?? Later(call, "HasPrincipalKey")) is { } key ? Names(key) : []));
        }
    }

    private static bool Holds(List<(ITypeSymbol, string)> list, ITypeSymbol entity, string property)
    {
        for (var level = entity; level is not null; level = level.BaseType)
            if (list.Any(item => item.Item2 == property && Same(item.Item1, level)))
                return true;
        return false;
    }

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>The type arguments of the builder that an expression gives; nothing where it is no such builder.</summary>
    private static IReadOnlyList<ITypeSymbol> Generic(
        SemanticModel model, ExpressionSyntax expression, string builder, CancellationToken cancel)
    {
        for (var type = model.GetTypeInfo(expression, cancel).Type; type is not null; type = type.BaseType)
            if (type is INamedTypeSymbol { IsGenericType: true } named && named.Name == builder)
                return named.TypeArguments;
        return [];
    }

    private static InvocationExpressionSyntax? Earlier(ExpressionSyntax receiver, string name)
    {
        for (var at = receiver; at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call;
            at = access.Expression)
            if (access.Name.Identifier.ValueText == name)
                return call;
        return null;
    }

    private static InvocationExpressionSyntax? Later(InvocationExpressionSyntax call, string name)
    {
        for (var at = call; at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access; at = next)
            if (access.Name.Identifier.ValueText == name)
                return next;
        return null;
    }

    /// <summary>Properties named by <c>x => x.A</c>, <c>x => new { x.A, x.B }</c>, <c>"A", nameof(B)</c>.</summary>
    private static List<string> Names(InvocationExpressionSyntax call)
    {
        var names = new List<string>();
        foreach (var argument in call.ArgumentList.Arguments)
            switch (argument.Expression)
            {
                case LambdaExpressionSyntax { Body: MemberAccessExpressionSyntax member }:
                    names.Add(member.Name.Identifier.ValueText);
                    break;
                case LambdaExpressionSyntax { Body: AnonymousObjectCreationExpressionSyntax several }:
                    names.AddRange(several.Initializers.Select(item => item.Expression)
                        .OfType<MemberAccessExpressionSyntax>().Select(item => item.Name.Identifier.ValueText));
                    break;
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    names.Add(literal.Token.ValueText);
                    break;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } of:
                    names.Add(of.ArgumentList.Arguments[0].Expression.ToString().Split('.').Last());
                    break;
            }
        return names;
    }

    private static bool IsTrue(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is not [var argument] || !argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression);
}

/// <summary>A foreign key that the fluent API configures; without named principal columns, to the primary key.</summary>
internal sealed record FluentForeignKey(
    ITypeSymbol Dependent, ITypeSymbol Principal, List<string> Columns, string? Navigation, bool? IsRequired,
    List<string> PrincipalKey);
