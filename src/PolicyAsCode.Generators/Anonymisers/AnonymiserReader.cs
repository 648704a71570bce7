using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyAsCode.Generators.Reading;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Anonymisers;

/// <summary>Finds the declared anonymisers that a test project can see, and how each of them is called.</summary>
internal sealed class AnonymiserReader
{
    private const string AnnotationsAssembly = "PolicyAsCode.Annotations";

    private static readonly string[] s_keyNames = ["key", "salt", "pepper", "secret", "kunci", "garam"];

    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly CSharpCompilation _compilation;
    private readonly MessageLanguage _language;
    private readonly UserInputs _inputs;
    private readonly Vocabulary _vocabulary;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private AnonymiserReader(
        CSharpCompilation compilation, Vocabulary vocabulary, MessageLanguage language, CancellationToken cancel) =>
        (_compilation, _vocabulary, _language, _inputs) = (compilation, vocabulary, language, new(compilation, cancel));

    /// <summary>All of them: those marked, in the project and in what it references, and those that bindings name.</summary>
    public static AnonymiserTestsModel Read(
        CSharpCompilation compilation, IEnumerable<MethodBinding> bindings, Vocabulary vocabulary, MessageLanguage language,
        CancellationToken cancel)
    {
        var reader = new AnonymiserReader(compilation, vocabulary, language, cancel);
        var found = new Dictionary<IMethodSymbol, Form>(SymbolEqualityComparer.Default);
        foreach (var (method, form) in Bound(compilation, bindings).Concat(Marked(compilation, cancel)))
            if (!found.ContainsKey(method))
                found.Add(method, form);
        return new(
            found.OrderBy(one => one.Key.ToDisplayString(), StringComparer.Ordinal)
                .Select(one => reader.Model(one.Key, one.Value)).ToEquatable(),
            compilation.GetTypesByMetadataName("Xunit.FactAttribute").Length > 0,
            language);
    }

    private static IEnumerable<(IMethodSymbol, Form)> Bound(Compilation compilation, IEnumerable<MethodBinding> bindings)
    {
        foreach (var binding in bindings)
        {
            var dot = binding.Method.LastIndexOf('.');
            if (binding.Anonymises is { } form && dot > 0
                && compilation.GetTypesByMetadataName(binding.Method.Substring(0, dot)) is [var type, ..])
                foreach (var method in type.GetMembers(binding.Method.Substring(dot + 1)).OfType<IMethodSymbol>())
                    yield return (method, form);
        }
    }

    private static IEnumerable<(IMethodSymbol, Form)> Marked(Compilation compilation, CancellationToken cancel) =>
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols.Prepend(compilation.Assembly)
        where SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name == AnnotationsAssembly))
        from type in Types(assembly.GlobalNamespace, cancel)
        from method in type.GetMembers().OfType<IMethodSymbol>()
        from attribute in AttributeNames.All(method, AttributeNames.Anonymises)
        where attribute.ConstructorArguments is [{ Value: int }]
        select (method, (Form)(int)attribute.ConstructorArguments[0].Value!);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol at, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var member in at.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var below in Types(member, cancel))
                yield return below;
        }
    }

    private AnonymiserModel Model(IMethodSymbol method, Form form)
    {
        var name = $"{method.ContainingType.Name}.{method.Name}";
        var testName = name.Replace('.', '_');
        for (var again = 2; !_names.Add(testName); again++)
            testName = name.Replace('.', '_') + again.ToString(CultureInfo.InvariantCulture);
        var model = new AnonymiserModel(name, testName, form == Form.Pseudonymised);

        var obstacle = Obstacle(method);
        var arguments = new List<string>();
        var inputs = new List<string>();
        var traces = new List<string>();
        foreach (var parameter in obstacle is null ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty)
        {
            if (Fixed(parameter) is { } value)
            {
                arguments.Add($"{parameter.Name}: {value}");
                continue;
            }
            if (Input(parameter) is not { } input)
            {
                if (parameter.IsOptional)
                    continue;
                obstacle = Say.This("NoInput", parameter.Name, Shown(parameter.Type), Shown(parameter.Type), Capital(parameter.Name));
                break;
            }
            var given = string.Format(CultureInfo.InvariantCulture, "given[{0}]", inputs.Count);
            arguments.Add($"@{parameter.Name}: {input.Pass.Replace("{0}", given)}");
            traces.AddRange(Traces(parameter.Type, input, given));
            inputs.Add(input.Values);
        }
        if (obstacle is null && inputs.Count == 0)
            obstacle = Say.This("NothingTaken");

        string? instance = null;
        if (obstacle is null && !method.IsStatic && (instance = Instance(method.ContainingType)) is null)
            obstacle = Say.This("NoInstance", Shown(method.ContainingType), method.ContainingType.Name);
        if (obstacle is not null)
            return model with { Obstacle = obstacle.In(_language) };

        var on = method.IsStatic ? method.ContainingType.ToDisplayString(s_full) : "anonymiser";
        return model with
        {
            Instance = instance,
            Call = $"{on}.@{method.Name}({string.Join(", ", arguments)}){(method.ReturnType.IsRefLikeType ? ".ToString()" : "")}",
            IsAwaited = IsTask(method.ReturnType),
            Inputs = inputs.ToEquatable(),
            Traces = traces.ToEquatable(),
        };
    }

    private Message? Obstacle(IMethodSymbol method)
    {
        if (!_compilation.IsSymbolAccessibleWithin(method, _compilation.Assembly))
            return Say.This("NotAccessible");
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation)
            || method.IsGenericMethod || method.ContainingType.IsGenericType)
            return Say.This("Generic");
        if (method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
            return Say.This("ByReference");
        return method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false }
            || method.ReturnType.Name == "IAsyncEnumerable"
            ? Say.This("NothingReturned")
            : null;
    }

    /// <summary>What is the same in all calls: the key, and what has nothing to do with data.</summary>
    private static string? Fixed(IParameterSymbol parameter)
    {
        var type = parameter.Type.ToDisplayString();
        if (type == "System.Threading.CancellationToken")
            return "default";
        if (!s_keyNames.Any(end => parameter.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            return null;
        return type switch
        {
            "byte[]" or "System.ReadOnlySpan<byte>" or "System.ReadOnlyMemory<byte>" => $"{AnonymiserTestsWriter.Checks}.Key()",
            "string" or "string?" => $"global::System.Convert.ToBase64String({AnonymiserTestsWriter.Checks}.Key())",
            _ => null,
        };
    }

    private InputExpression? Input(IParameterSymbol parameter)
    {
        var builtIn = InputExpression.Of(parameter.Type);
        if (_inputs.For(parameter.Name, parameter.Type, byTypeToo: builtIn is null) is { } own)
            return own;
        if (builtIn is not null || parameter.IsOptional)
            return builtIn;
        return InputExpression.ElementOf(parameter.Type) is { } element
            ? (InputExpression.Of(element) ?? _inputs.For(parameter.Name, element, byTypeToo: true))
                ?.Several(parameter.Type is IArrayTypeSymbol)
            : null;
    }

    /// <summary>A value as it is; of an object, those of its members that are declared to hold what tells who somebody is.</summary>
    private IEnumerable<string> Traces(ITypeSymbol type, InputExpression input, string given)
    {
        if (!input.Trace)
            return [];
        if (InputExpression.Of(type) is not null)
            return [given];
        var element = InputExpression.ElementOf(type);
        var declared = Declared(element ?? type).ToList();
        if (element is null)
            return declared.Select(name => $"({string.Format(CultureInfo.InvariantCulture, Cast(type), given)}).@{name}");
        return InputExpression.Of(element) is not null
            ? [given]
            : declared.Select(name => "global::System.Linq.Enumerable.Select("
                + $"(global::System.Collections.Generic.IEnumerable<object>){given}, one => (object)({string.Format(CultureInfo.InvariantCulture, Cast(element), "one")}).@{name})");

        static string Cast(ITypeSymbol type) => $"({type.ToDisplayString(s_full)}){{0}}";
    }

    private IEnumerable<string> Declared(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            foreach (var member in at.GetMembers())
                if (member is IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                        or IFieldSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                    && AttributeNames.All(member, AttributeNames.DataCategory).Any(Identifies))
                    yield return member.Name;

        bool Identifies(AttributeData attribute) =>
            !attribute.NamedArguments.Any(argument => argument is { Key: "Form", Value.Value: int and > 0 })
            && AttributeNames.Texts(attribute).Any(key => _vocabulary.Find(TermKind.Category, key) is not { Identifies: false });
    }

    /// <summary>What makes the object: a member of the user's, or a constructor that takes nothing but keys.</summary>
    private string? Instance(INamedTypeSymbol type)
    {
        if (_inputs.One(type) is { } own)
            return own;
        if (type.IsAbstract)
            return null;
        foreach (var constructor in type.InstanceConstructors.OrderBy(one => one.Parameters.Length))
        {
            if (!_compilation.IsSymbolAccessibleWithin(constructor, _compilation.Assembly))
                continue;
            var arguments = new List<string>();
            foreach (var parameter in constructor.Parameters)
                if ((Fixed(parameter) ?? (parameter.IsOptional ? "" : OfUser(parameter))) is { } value)
                {
                    if (value.Length > 0)
                        arguments.Add($"@{parameter.Name}: {value}");
                }
                else
                    goto next;
            return $"new {type.ToDisplayString(s_full)}({string.Join(", ", arguments)})";
            next:;
        }
        return null;

        string? OfUser(IParameterSymbol parameter) => InputExpression.Of(parameter.Type) is null ? _inputs.One(parameter.Type) : null;
    }

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol
    {
        Name: "Task" or "ValueTask", IsGenericType: true, ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" },
    };

    private static string Shown(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
