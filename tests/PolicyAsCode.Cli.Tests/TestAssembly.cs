using System.Reflection;
using System.Reflection.Emit;

namespace PolicyAsCode.Cli.Tests;

/// <summary>An assembly of tests, as a build would write it: what <c>policy trace</c> reads of one, and nothing more.</summary>
internal sealed class TestAssembly
{
    private static readonly ConstructorInfo s_trait = typeof(TraitAttribute).GetConstructor([typeof(string), typeof(string)])!;
    private static readonly ConstructorInfo s_fact = typeof(FactAttribute).GetConstructors().Single();

    private readonly PersistedAssemblyBuilder _assembly;
    private readonly ModuleBuilder _module;

    public TestAssembly(string name)
    {
        _assembly = new(new(name), typeof(object).Assembly);
        _module = _assembly.DefineDynamicModule(name);
    }

    /// <summary>Adds a class.</summary>
    /// <param name="name">Its full name; one of <c>Checks`1</c> is generic.</param>
    /// <param name="clauses">What its traits name.</param>
    /// <param name="parent">What it is derived from.</param>
    /// <param name="isAbstract">Whether it only serves to be derived from.</param>
    /// <param name="methods">Its methods, a Fact each, with the clauses that their traits name: <c>First A-1 A-2</c>; behind a minus no Fact.</param>
    public Type Class(string name, string clauses, Type? parent = null, bool isAbstract = false, params string[] methods)
    {
        var type = _module.DefineType(
            name, TypeAttributes.Public | (isAbstract ? TypeAttributes.Abstract : TypeAttributes.Sealed), parent ?? typeof(object));
        if (name.Contains('`', StringComparison.Ordinal))
            type.DefineGenericParameters("T");
        foreach (var clause in clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            type.SetCustomAttribute(new(s_trait, ["Clause", clause]));
        foreach (var words in methods.Select(method => method.Split(' ')))
        {
            var method = type.DefineMethod(words[0].TrimStart('-'), MethodAttributes.Public, typeof(void), []);
            method.GetILGenerator().Emit(OpCodes.Ret);
            if (words[0][0] != '-')
                method.SetCustomAttribute(new(s_fact, [.. s_fact.GetParameters().Select(one => one.DefaultValue)]));
            foreach (var clause in words.Skip(1))
                method.SetCustomAttribute(new(s_trait, ["Clause", clause]));
        }

        return type.CreateType();
    }

    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _assembly.Save(path);
    }
}
