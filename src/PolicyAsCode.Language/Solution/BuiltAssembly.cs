using System.Collections.Immutable;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Language.Solution;

/// <summary>
/// What a built assembly says and does, as far as the questions over a solution ask. Types are written as in documentation
/// comment ids (<c>Shop.Outer.Inner</c>, <c>Shop.List`1</c>), members as their type, a dot and their name; a property is
/// itself and not its accessors.
/// </summary>
/// <param name="Name">Its simple name.</param>
public sealed record BuiltAssembly(string Name)
{
    /// <summary>What it says that it holds; null where it says nothing that can be read.</summary>
    public AssemblyInventory? Inventory { get; init; }

    /// <summary>Why its inventory cannot be read, where it has one.</summary>
    public FactsMistake Mistake { get; init; }

    /// <summary>Whether it holds tests: what only they do, the program does not.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether it is for the compiler only, and its bodies are missing.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether generated operations keep retention in it.</summary>
    public bool HasGeneratedOperations { get; init; }

    /// <summary>The assemblies that it uses, by simple name.</summary>
    public ImmutableHashSet<string> References { get; init; } = [];

    /// <summary>What our attributes say in it.</summary>
    public ImmutableArray<SaidTerm> Said { get; init; } = [];

    /// <summary>Members that are marked as a legal hold.</summary>
    public ImmutableArray<string> Holds { get; init; } = [];

    /// <summary>Its types and members, and those of others that it names.</summary>
    public ImmutableHashSet<string> Named { get; init; } = [];

    /// <summary>Its own types and members.</summary>
    public ImmutableHashSet<string> Defined { get; init; } = [];

    /// <summary>Its properties that stand for those of other types: virtual ones, and those of interfaces.</summary>
    public ImmutableHashSet<string> Virtual { get; init; } = [];

    /// <summary>Which members it reads, and which of its members do so.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Reads { get; init; } =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>Which members it writes; constants that an initialiser gives are none.</summary>
    public ImmutableHashSet<string> Writes { get; init; } = [];

    /// <summary>
    /// Types whose objects it hands to code that takes any object, such as a serializer: that reads and writes all of them.
    /// </summary>
    public ImmutableHashSet<string> HandedWhole { get; init; } = [];

    /// <summary>Which types its types lead to: by their properties, and what they derive from.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> LeadsTo { get; init; } =
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>The texts that its code holds.</summary>
    public ImmutableHashSet<string> Texts { get; init; } = [];
}
