namespace PolicyAsCode.Language.Model;

/// <summary>A name in which <c>*</c> stands for any characters; taken apart once, compared without going back far.</summary>
/// <param name="Text">As written.</param>
public sealed record NamePattern(string Text)
{
    /// <summary>Whether it names more than one.</summary>
    public bool IsOpen { get; } = Text.IndexOf('*') >= 0;

    /// <summary>Whether the whole name is meant.</summary>
    public bool Matches(string name)
    {
        if (!IsOpen)
            return string.Equals(name, Text, StringComparison.Ordinal);
        var (at, position, star, resume) = (0, 0, -1, 0);
        while (position < name.Length)
            if (at < Text.Length && Text[at] == '*')
                (star, resume, at) = (at, position, at + 1);
            else if (at < Text.Length && Text[at] == name[position])
                (at, position) = (at + 1, position + 1);
            else if (star >= 0)
                (at, resume, position) = (star + 1, resume + 1, resume + 1);
            else
                return false;
        while (at < Text.Length && Text[at] == '*')
            at++;
        return at == Text.Length;
    }
}
