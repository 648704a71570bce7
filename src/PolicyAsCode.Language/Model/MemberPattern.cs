namespace PolicyAsCode.Language.Model;

/// <summary>
/// Which members are meant: <c>*.Customer*.Email</c>. The last part is the member's name, the one before it its type's,
/// what stands before them the namespace's; in the namespace alone <c>*</c> reaches over dots.
/// </summary>
public sealed record MemberPattern
{
    private MemberPattern(string text, string? space, string type, string member)
    {
        Text = text;
        Namespace = space is null ? null : new(space);
        Type = new(type);
        Member = new(member);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The namespace; null is any.</summary>
    public NamePattern? Namespace { get; }

    /// <summary>The type's name, without arity; <c>Outer+Inner</c> for a nested one.</summary>
    public NamePattern Type { get; }

    /// <summary>The member's name.</summary>
    public NamePattern Member { get; }

    /// <summary>Reads one; null for a text that names no type or no member.</summary>
    public static MemberPattern? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length < 2 || Array.Exists(parts, part => part.Length == 0 || !Array.TrueForAll(part.ToCharArray(), IsOfName)))
            return null;
        var (type, member) = (parts[parts.Length - 2], parts[parts.Length - 1]);
        // All members of all types: whoever wants that wants something else.
        if (type.Trim('*').Length == 0 && member.Trim('*').Length == 0)
            return null;
        var space = string.Join(".", parts.Take(parts.Length - 2));
        return new(text, space is "" or "*" ? null : space, type, member);
    }

    /// <summary>Whether a member is meant.</summary>
    /// <param name="typeMetadataName">Metadata name of its type, namespace and arity included.</param>
    /// <param name="member">Its name.</param>
    public bool Matches(string typeMetadataName, string member)
    {
        if (!Member.Matches(member))
            return false;
        var dot = typeMetadataName.LastIndexOf('.');
        return Type.Matches(WithoutArity(typeMetadataName.Substring(dot + 1)))
            && (Namespace is null || Namespace.Matches(dot < 0 ? "" : typeMetadataName.Substring(0, dot)));
    }

    /// <summary>The simple name of the innermost type that is meant.</summary>
    public string InnermostType => Type.Text.Substring(Type.Text.LastIndexOf('+') + 1);

    // Outer`1+Inner`2 is written Outer+Inner.
    private static string WithoutArity(string name)
    {
        for (var mark = name.IndexOf('`'); mark >= 0; mark = name.IndexOf('`'))
        {
            var end = mark + 1;
            while (end < name.Length && name[end] is >= '0' and <= '9')
                end++;
            name = name.Remove(mark, end - mark);
        }
        return name;
    }

    private static bool IsOfName(char one) => one is '*' or '_' or '+' || char.IsLetterOrDigit(one);
}
