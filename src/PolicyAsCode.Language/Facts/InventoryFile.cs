using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyAsCode.Language.Facts;

/// <summary>
/// The inventory of an assembly as text, which is a metadata attribute of it beside its facts: those who read facts need not
/// know of it. Equal inventories make equal text. Members are sorted, and each begins with how many characters it shares
/// with the one before.
/// </summary>
/// <remarks>
/// <code>
/// policy-as-code inventory 1
/// assembly Shop.Web
/// policy shop 3
/// h 0 contact.email customer s P:Shop.Customer.Email      holds it, of whom, stored
/// </code>
/// Lists are joined with commas; nothing is <c>-</c>. A line of a kind that a reader does not know is passed by.
/// </remarks>
public static class InventoryFile
{
    /// <summary>The key of the assembly's metadata attribute whose value it is.</summary>
    public const string Key = "PolicyAsCode.Inventory";

    /// <summary>Which version of the format this is.</summary>
    public const int Version = 1;

    private const string Start = "policy-as-code inventory ";
    private const string Assembly = "assembly ";
    private const string Policy = "policy ";
    private const string Nothing = "-";
    private const int LongestText = 16 * 1024 * 1024;
    private const int LongestName = 4096;

    /// <summary>The text of an inventory.</summary>
    public static string Write(AssemblyInventory inventory)
    {
        var text = new StringBuilder();
        Line($"{Start}{Number(Version)}");
        Line(Assembly + inventory.Assembly);
        Line($"{Policy}{inventory.Policy} {Number(inventory.Version)}");
        var before = "";
        foreach (var held in inventory.Held.OrderBy(one => one.Member, StringComparer.Ordinal))
        {
            var shared = 0;
            while (shared < before.Length && shared < held.Member.Length && before[shared] == held.Member[shared])
                shared++;
            Line($"h {Number(shared)} {Set(held.Categories)} {Set(held.Subjects)} {(held.IsStored ? "s" : Nothing)} "
                + held.Member.Substring(shared));
            before = held.Member;
        }
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Reads a text; null where it cannot be used. Never throws, whatever the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mistake">Why it cannot be used.</param>
    public static AssemblyInventory? Read(string text, out FactsMistake mistake)
    {
        mistake = FactsMistake.NotFacts;
        if (!text.StartsWith(Start, StringComparison.Ordinal))
            return null;
        mistake = FactsMistake.Damaged;
        var lines = text.Length <= LongestText ? text.Split('\n') : [];
        if (lines.Length == 0 || !TryNumber(lines[0].Substring(Start.Length).TrimEnd('\r'), out var version))
            return null;
        if (version != Version)
        {
            mistake = FactsMistake.OtherVersion;
            return null;
        }
        if (Read(lines) is not { } inventory)
            return null;
        mistake = FactsMistake.None;
        return inventory;
    }

    private static AssemblyInventory? Read(string[] lines)
    {
        // The last line is cut off, or something else follows.
        if (lines.Length < 4 || lines[lines.Length - 1].Length > 0
            || After(lines[1], Assembly) is not { } assembly || After(lines[2], Policy) is not { } policy
            || policy.LastIndexOf(' ') is not (> 0 and var space)
            || !TryNumber(policy.Substring(space + 1), out var version))
            return null;
        var held = ImmutableArray.CreateBuilder<HeldMember>();
        var before = "";
        foreach (var line in lines.Skip(3).Take(lines.Length - 4).Select(line => line.TrimEnd('\r')))
        {
            if (!line.StartsWith("h ", StringComparison.Ordinal))
                continue;
            if (line.Split([' '], 6) is not [_, var shared, var categories, var subjects, var flags, var rest]
                || !TryNumber(shared, out var length) || length > before.Length || length + rest.Length is 0 or > LongestName)
                return null;
            before = before.Substring(0, length) + rest;
            held.Add(new(before, Set(categories)) { Subjects = Set(subjects), IsStored = flags.Contains('s') });
        }
        return new(assembly, policy.Substring(0, space), version) { Held = held.ToImmutable() };
    }

    private static string? After(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && line.TrimEnd('\r').Substring(word.Length) is { Length: > 0 } rest
            ? rest
            : null;

    private static string Set(ImmutableArray<string> words) =>
        words.IsEmpty ? Nothing : string.Join(",", words.Distinct().OrderBy(word => word, StringComparer.Ordinal));

    private static ImmutableArray<string> Set(string words) => words == Nothing ? [] : [.. words.Split(',')];

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
