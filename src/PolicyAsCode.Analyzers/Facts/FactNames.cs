namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Names of symbols that are known by their documentation comment id alone.</summary>
internal static class FactNames
{
    /// <summary><c>Notes.Write</c> of <c>M:Shop.Notes.Write(System.String)</c>: as messages name it.</summary>
    internal static string Shown(string id)
    {
        var name = Bare(id);
        var last = name.LastIndexOf('.');
        if (last <= 0)
            return name;
        var before = name.LastIndexOf('.', last - 1);
        var (type, member) = (name.Substring(before + 1, last - before - 1), name.Substring(last + 1));
        return Plain(type) + "." + Plain(member).Replace('#', '.');
    }

    /// <summary>A step of a path that lies in another assembly than the facts that tell of it.</summary>
    internal static string Elsewhere(string assembly, string id) => assembly + "!" + id;

    /// <summary>The assembly, if another one is meant, and the id.</summary>
    internal static (string? Assembly, string Id) Apart(string step) =>
        step.IndexOf('!') is > 0 and var end ? (step.Substring(0, end), step.Substring(end + 1)) : (null, step);

    /// <summary>The name by which an index of names knows a method: a property by its own, a constructor by its type's.</summary>
    internal static string Called(string id)
    {
        var name = Bare(id);
        var last = name.LastIndexOf('.');
        var member = name.Substring(last + 1);
        if (member is "#ctor" or "#cctor")
            return Plain(name.Substring(name.LastIndexOf('.', Math.Max(0, last - 1)) + 1, Math.Max(0, last - name.LastIndexOf('.', Math.Max(0, last - 1)) - 1)));
        member = Plain(member);
        return member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal)
            ? member.Substring(4)
            : member;
    }

    // Without kind, parameters and what an operator converts to.
    private static string Bare(string id)
    {
        var start = id.Length > 1 && id[1] == ':' ? 2 : 0;
        var end = id.IndexOfAny(['(', '~'], start);
        return end < 0 ? id.Substring(start) : id.Substring(start, end - start);
    }

    // List`1, Pass``1, and Shop#INotes#Write, which implements an interface explicitly.
    private static string Plain(string name)
    {
        var explicitly = name.LastIndexOf('#');
        if (explicitly > 0)
            name = name.Substring(explicitly + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
