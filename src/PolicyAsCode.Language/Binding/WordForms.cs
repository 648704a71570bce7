namespace PolicyAsCode.Language.Binding;

/// <summary>
/// How names and addresses look. Told by hand, letter by letter: a process that reads a policy would take longer to build
/// the regular expressions than to read it. The patterns stand beside, for editors, and the tests hold both to each other.
/// </summary>
internal static class WordForms
{
    /// <summary>A name: <c>jova-pos</c>.</summary>
    public const string NamePattern = "^[a-z0-9][a-z0-9-]{0,63}$";

    /// <summary>The key of a term: <c>contact.email</c>.</summary>
    public const string TermKeyPattern = "^[a-z][a-z0-9-]{0,62}(\\.[a-z0-9-]{1,63})?$";

    /// <summary>The id of a clause: <c>JOVA-1.3</c>.</summary>
    public const string ClauseIdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    /// <summary>A host, or all below one: <c>*.example.com</c>.</summary>
    public const string HostPattern =
        @"^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";

    /// <summary>An e-mail address, as far as its shape can tell.</summary>
    public const string EmailPattern = @"^[^@\s<>]+@[^@\s<>]+\.[^@\s.<>]+$";

    /// <summary>Whether it is a name.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 64 && IsLowerOrDigit(text[0]) && IsEach(text, 1, text.Length, IsLowerDigitOrDash);

    /// <summary>Whether it is the key of a term.</summary>
    public static bool IsTermKey(string text)
    {
        var dot = text.IndexOf('.');
        var end = dot < 0 ? text.Length : dot;
        return end is > 0 and <= 63 && text[0] is >= 'a' and <= 'z' && IsEach(text, 1, end, IsLowerDigitOrDash)
            && (dot < 0 || (text.Length - dot is > 1 and <= 64 && IsEach(text, dot + 1, text.Length, IsLowerDigitOrDash)));
    }

    /// <summary>Whether it is the id of a clause.</summary>
    public static bool IsClauseId(string text) =>
        text.Length is > 0 and <= 64 && IsLetterOrDigit(text[0])
        && IsEach(text, 1, text.Length, one => IsLetterOrDigit(one) || one is '.' or '_' or '-');

    /// <summary>Whether it is a host, or all below one.</summary>
    public static bool IsHost(string text)
    {
        var labels = (text.StartsWith("*.", StringComparison.Ordinal) ? text.Substring(2) : text).Split('.');
        return Array.TrueForAll(labels, label => label.Length > 0
            && IsLowerOrDigit(label[0]) && IsLowerOrDigit(label[label.Length - 1])
            && IsEach(label, 0, label.Length, IsLowerDigitOrDash));
    }

    /// <summary>Whether it looks like an e-mail address.</summary>
    public static bool IsEmail(string text)
    {
        var (at, dot) = (text.IndexOf('@'), text.LastIndexOf('.'));
        return at > 0 && dot > at + 1 && dot < text.Length - 1 && text.IndexOf('@', at + 1) < 0
            && IsEach(text, 0, text.Length, one => !char.IsWhiteSpace(one) && one is not ('<' or '>'));
    }

    private static bool IsLowerOrDigit(char one) => one is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsLowerDigitOrDash(char one) => IsLowerOrDigit(one) || one == '-';

    private static bool IsLetterOrDigit(char one) => IsLowerOrDigit(one) || one is >= 'A' and <= 'Z';

    private static bool IsEach(string text, int start, int end, Func<char, bool> isRight)
    {
        for (var i = start; i < end; i++)
            if (!isRight(text[i]))
                return false;
        return true;
    }
}
