using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PolicyAsCode.Build.Solution;

/// <summary>
/// What bodies read and write. Too much rather than too little: it is asked for what nobody reads or writes, and a body that
/// hands an object on as a whole counts as both.
/// </summary>
internal sealed class BodyReader(
    MetadataReader metadata, PEReader file, TypeNames names, IReadOnlyDictionary<EntityHandle, string> members,
    HashSet<string> defined)
{
    private const string Builders = "Microsoft.EntityFrameworkCore.Metadata.Builders.";
    private const string ModelBuilder = "Microsoft.EntityFrameworkCore.ModelBuilder";
    private const string Endpoints = "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.Map";

    // What the compiler itself adds to a record, and what takes an object to compare or show it.
    private static readonly HashSet<string> s_ofRecords = new(StringComparer.Ordinal)
    {
        "PrintMembers", "Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", ".ctor",
    };

    // These take objects of any type and keep, order or count them.
    private static readonly string[] s_carriers =
    [
        "System.Linq.", "System.Collections.", "System.Threading.", "System.Runtime.", "Microsoft.EntityFrameworkCore.",
        "Microsoft.Extensions.Logging.", "Microsoft.Extensions.DependencyInjection.", "Microsoft.Extensions.Options.",
        // A page writes one value after the other.
        "Microsoft.AspNetCore.Mvc.Razor.", "Microsoft.AspNetCore.Razor.", "Microsoft.AspNetCore.Mvc.Rendering.",
        "Microsoft.AspNetCore.Mvc.ViewFeatures.", "Microsoft.AspNetCore.Identity.",
    ];

    // What their actions take and give is made of requests and into answers, whole.
    private static readonly string[] s_controllers = ["Controller", "ControllerBase", "Hub", "Hub`1"];

    private static readonly HashSet<string> s_generatedValues = new(StringComparer.Ordinal)
    {
        "HasDefaultValue", "HasDefaultValueSql", "HasComputedColumnSql", "HasValueGenerator", "ValueGeneratedOnAdd",
        "ValueGeneratedOnUpdate", "ValueGeneratedOnAddOrUpdate", "SetProperty", "set_CurrentValue",
    };

    private readonly Dictionary<string, HashSet<string>> _reads = new(StringComparer.Ordinal);

    /// <summary>The members that are read, and by which.</summary>
    internal ImmutableDictionary<string, ImmutableHashSet<string>> Reads => _reads.ToImmutableDictionary(
        pair => pair.Key, pair => pair.Value.ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The members that are written.</summary>
    internal HashSet<string> Writes { get; } = new(StringComparer.Ordinal);

    /// <summary>The types of objects that are handed to what takes any.</summary>
    internal HashSet<string> HandedWhole { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts in the code.</summary>
    internal HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads all bodies of a type.</summary>
    internal void Visit(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var isController = !type.BaseType.IsNil
            && names.Of(type.BaseType) is var above
            && s_controllers.Any(controller => above.EndsWith(controller, StringComparison.Ordinal));
        foreach (var one in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(one);
            if (isController && IsAction(method.Attributes))
                HandedWhole.UnionWith(Mentioned(() => method.DecodeSignature(names, null)));
            if (method.RelativeVirtualAddress != 0 && !IsOfRecord(method))
                Visit(method, names.Of(handle), type);
        }
    }

    private void Visit(MethodDefinition method, string type, TypeDefinition declaring)
    {
        var own = metadata.GetString(method.Name);
        var reader = OwnerOf(declaring, type, own);
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        var configures = method.DecodeSignature(names, null).ParameterTypes
            .Any(parameter => parameter == ModelBuilder || parameter.StartsWith(Builders, StringComparison.Ordinal));
        var called = new List<EntityHandle>();
        var functions = new List<EntityHandle>();
        var (read, told) = (new List<string>(), new List<string>());
        var before = ILOpCode.Nop;
        var code = new Instructions(body.GetILReader());
        for (; code.Next(); before = code.Code)
            switch (code.Code)
            {
                case ILOpCode.Ldstr:
                    Texts.Add(metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(code.Operand)));
                    break;
                case ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj:
                    called.Add(MetadataTokens.EntityHandle(code.Operand));
                    Access(called[called.Count - 1], read);
                    break;
                case ILOpCode.Ldftn or ILOpCode.Ldvirtftn:
                    functions.Add(MetadataTokens.EntityHandle(code.Operand));
                    Access(functions[functions.Count - 1], read);
                    break;
                case ILOpCode.Ldtoken when MetadataTokens.EntityHandle(code.Operand)
                    is { Kind: HandleKind.MethodDefinition or HandleKind.MemberReference or HandleKind.FieldDefinition } token:
                    Access(token, told);
                    break;
                case ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Ldsfld or ILOpCode.Ldsflda:
                    Field(code.Operand, own, read);
                    break;
                case ILOpCode.Stfld or ILOpCode.Stsfld when !IsConstant(before) || own is not (".ctor" or ".cctor"):
                    var stored = new List<string>();
                    Field(code.Operand, own, stored);
                    Writes.UnionWith(stored);
                    break;
            }

        var calls = called.Select(NameOf).ToList();
        if (calls.Exists(call => s_generatedValues.Contains(call.Substring(call.LastIndexOf('.') + 1))))
            Writes.UnionWith(told);
        if (!configures)
            foreach (var one in read.Concat(told))
                Readers(one).Add(reader);
        foreach (var call in called)
            Handed(call);
        if (calls.Exists(call => call.StartsWith(Endpoints, StringComparison.Ordinal)))
            foreach (var handler in functions)
                HandedWhole.UnionWith(Mentioned(() => Signature(handler)));
        if (called.Exists(TakesAnything))
        {
            HandedWhole.UnionWith(Mentioned(() =>
            {
                method.DecodeSignature(names, null);
                if (!body.LocalSignature.IsNil)
                    metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
                foreach (var call in called)
                    Signature(call);
                if (IsOfCompiler(declaring.GetCustomAttributes()))
                    foreach (var field in declaring.GetFields())
                        metadata.GetFieldDefinition(field).DecodeSignature(names, null);
            }));
        }
    }

    private void Access(EntityHandle token, List<string> read)
    {
        var name = NameOf(token);
        var dot = name.LastIndexOf('.');
        if (dot < 0 || name.Length < dot + 6)
            return;
        var member = name.Substring(dot + 1);
        if (member.StartsWith("get_", StringComparison.Ordinal))
            read.Add(name.Substring(0, dot + 1) + member.Substring(4));
        else if (member.StartsWith("set_", StringComparison.Ordinal))
            Writes.Add(name.Substring(0, dot + 1) + member.Substring(4));
    }

    // A property's own accessor touches its field for whoever calls it.
    private void Field(int token, string method, List<string> touched)
    {
        var name = NameOf(MetadataTokens.EntityHandle(token));
        var dot = name.LastIndexOf('.');
        if (dot < 0)
            return;
        var field = name.Substring(dot + 1);
        var end = field.IndexOf(">k__BackingField", StringComparison.Ordinal);
        if (end > 0)
        {
            var property = field.Substring(1, end - 1);
            if (method != "get_" + property && method != "set_" + property)
                touched.Add(name.Substring(0, dot + 1) + property);
        }
        else
            touched.Add(name);
    }

    private void Handed(EntityHandle call)
    {
        var called = call;
        if (call.Kind == HandleKind.MethodSpecification)
        {
            var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)call);
            called = generic.Method;
            if (IsForeign(called))
                HandedWhole.UnionWith(Mentioned(() => generic.DecodeSignature(names, null)));
        }
        if (called.Kind == HandleKind.MemberReference && IsForeign(called)
            && metadata.GetMemberReference((MemberReferenceHandle)called).Parent is { Kind: HandleKind.TypeSpecification } type)
            HandedWhole.UnionWith(Mentioned(() =>
                metadata.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(names, null)));
    }

    // Code of the solution itself is read like all of it, and what carries objects does not look into them.
    private bool IsForeign(EntityHandle called) =>
        called.Kind == HandleKind.MemberReference && NameOf(called) is { Length: > 0 } name
        && !s_carriers.Any(carrier => name.StartsWith(carrier, StringComparison.Ordinal))
        && !IsOfSystemItself(name)
        && !IsOwn(metadata.GetMemberReference((MemberReferenceHandle)called).Parent);

    // System.Func`2.Invoke and the like.
    private static bool IsOfSystemItself(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) && name.IndexOf('.', 7) is > 0 and var dot
        && name.IndexOf('.', dot + 1) is var next && (next < 0 || next == dot + 1);

    private bool IsOwn(EntityHandle type) =>
        type.Kind == HandleKind.TypeDefinition
        || type.Kind == HandleKind.TypeSpecification && defined.Contains(names.Of(type));

    private bool TakesAnything(EntityHandle call)
    {
        if (call.Kind != HandleKind.MemberReference || !IsForeign(call))
            return false;
        var reference = metadata.GetMemberReference((MemberReferenceHandle)call);
        // A delegate is made of its target and of a function.
        return reference.GetKind() == MemberReferenceKind.Method
            && reference.DecodeMethodSignature(names, null).ParameterTypes is var parameters
            && parameters.Contains("System.Object")
            && parameters is not ["System.Object", "System.IntPtr"];
    }

    private void Signature(EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodDefinition:
                metadata.GetMethodDefinition((MethodDefinitionHandle)method).DecodeSignature(names, null);
                break;
            case HandleKind.MemberReference
                when metadata.GetMemberReference((MemberReferenceHandle)method) is var reference
                    && reference.GetKind() == MemberReferenceKind.Method:
                reference.DecodeMethodSignature(names, null);
                break;
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)method);
                generic.DecodeSignature(names, null);
                Signature(generic.Method);
                break;
        }
    }

    private string[] Mentioned(Action decode)
    {
        names.Mentioned.Clear();
        decode();
        return [.. names.Mentioned];
    }

    private string NameOf(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodSpecification:
                return NameOf(metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method);
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)token);
                return names.Of(member.Parent) is { Length: > 0 } type ? $"{type}.{metadata.GetString(member.Name)}" : "";
            default:
                return members.TryGetValue(token, out var known) ? known : "";
        }
    }

    // Lambdas, local functions and state machines belong to the member that was written: <SendAsync>d__5, <Main>b__0.
    private string OwnerOf(TypeDefinition declaring, string type, string method)
    {
        while (metadata.GetString(declaring.Name) is ['<', ..] name && declaring.GetDeclaringType() is { IsNil: false } outer)
        {
            if (name.IndexOf('>') > 1)
                method = name;
            type = names.Of(outer);
            declaring = metadata.GetTypeDefinition(outer);
        }
        if (method.Length > 2 && method[0] == '<' && method.IndexOf('>') is > 1 and var end)
            method = method.Substring(1, end - 1);
        return $"{type}.{method}";
    }

    private HashSet<string> Readers(string member)
    {
        if (!_reads.TryGetValue(member, out var readers))
            _reads.Add(member, readers = new(StringComparer.Ordinal));
        return readers;
    }

    private static bool IsAction(MethodAttributes attributes) =>
        (attributes & (MethodAttributes.MemberAccessMask | MethodAttributes.SpecialName)) == MethodAttributes.Public;

    private bool IsOfRecord(MethodDefinition method) =>
        s_ofRecords.Contains(metadata.GetString(method.Name)) && IsOfCompiler(method.GetCustomAttributes());

    private bool IsOfCompiler(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
            if (metadata.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
                && names.Of(metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent)
                    == "System.Runtime.CompilerServices.CompilerGeneratedAttribute")
                return true;
        return false;
    }

    // What an initialiser gives before anything has happened.
    private static bool IsConstant(ILOpCode code) => code
        is ILOpCode.Ldnull or ILOpCode.Ldsfld or ILOpCode.Initobj
        or >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_r8;
}
