using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// Answers about one category that were given already. Analyzers ask the same few questions again and again, on several
/// threads: an answer is an immutable object behind one reference, so that the worst a race does is to decide twice.
/// Rows are made when they are first asked for: all answers of a large policy would fill the memory.
/// </summary>
internal sealed class CategoryAnswers
{
    private Decision?[]?[]? _uses;
    private Decision?[]?[]? _disclosures;
    private Decision?[]? _sources;
    private Decision?[]? _transfers;

    /// <summary>Whether it is collected.</summary>
    public Decision? Collect;

    /// <summary>Whether it may be stored.</summary>
    public Decision? Store;

    /// <summary>Whether it may be logged.</summary>
    public Decision? Log;

    /// <summary>How it is protected; the default value where nobody has asked.</summary>
    public ImmutableArray<Protection> Protections;

    /// <summary>By purpose; in each row by subject and form.</summary>
    public Decision?[] Uses(int purpose, int purposes, int row) => Row(ref _uses, purpose, purposes, row);

    /// <summary>By recipient; in each row by purpose and form.</summary>
    public Decision?[] Disclosures(int recipient, int recipients, int row) =>
        Row(ref _disclosures, recipient, recipients, row);

    /// <summary>By source and subject.</summary>
    public Decision?[] Sources(int length) => _sources ??= new Decision?[length];

    /// <summary>By action and recipient.</summary>
    public Decision?[] Transfers(int length) => _transfers ??= new Decision?[length];

    /// <summary>The nearest statement by subject; nobody in particular is the first.</summary>
    public DataStatement?[]? Statements;

    private static Decision?[] Row(ref Decision?[]?[]? table, int index, int rows, int length)
    {
        var all = table ??= new Decision?[]?[rows];
        return all[index] ??= new Decision?[length];
    }
}
