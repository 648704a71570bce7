namespace PolicyAsCode.Language.Detection;

/// <summary>The type of a member, read from its C# text.</summary>
internal readonly record struct MemberType(MemberKind Kind, string Name)
{
    /// <summary>Such as <c>string?</c>, <c>List&lt;string&gt;</c>, <c>System.DateTime</c>.</summary>
    public static MemberType Of(string text)
    {
        var name = text.Trim().TrimEnd('?');
        if (Argument(name, "Nullable") is { } inner)
            name = inner;
        var simple = Simple(name);
        return new(KindOf(simple, name), simple);
    }

    private static MemberKind KindOf(string simple, string name) => simple switch
    {
        "string" or "String" or "Uri" or "IPAddress" or "MailAddress" or "PhysicalAddress" => MemberKind.Text,
        "DateTime" or "DateOnly" or "DateTimeOffset" or "LocalDate" or "Instant" => MemberKind.Date,
        "int" or "long" or "short" or "uint" or "ulong" or "ushort" or "Int32" or "Int64" or "Int16" =>
            MemberKind.Integer,
        "decimal" or "double" or "float" or "Decimal" or "Double" or "Single" => MemberKind.Fraction,
        "byte[]" or "Byte[]" or "Stream" or "IFormFile" or "IBrowserFile" => MemberKind.File,
        "bool" or "Boolean" or "byte" or "Byte" or "sbyte" or "SByte" or "char" or "Char" => MemberKind.Choice,
        "Guid" or "TimeSpan" or "TimeOnly" or "object" or "dynamic" => MemberKind.Nothing,
        _ when Item(name) is { } item => Simple(item) switch
        {
            "string" or "String" => MemberKind.Text,
            "IFormFile" or "IBrowserFile" => MemberKind.File,
            _ => MemberKind.Nothing,
        },
        _ => MemberKind.Own,
    };

    // The one thing that a list is of; a dictionary, a task or a function holds more, or something else.
    private static string? Item(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
            return name.Substring(0, name.Length - 2);
        var open = name.IndexOf('<');
        return open < 0 || !name.EndsWith(">", StringComparison.Ordinal)
            ? null
            : Simple(name.Substring(0, open)) is "Func" or "Action" or "Task" or "Lazy"
                ? "object"
                : name.Substring(open + 1, name.Length - open - 2).TrimEnd('?');
    }

    private static string? Argument(string name, string generic) =>
        Item(name) is { } item && Simple(name.Substring(0, Math.Max(0, name.IndexOf('<')))) == generic ? item : null;

    private static string Simple(string name)
    {
        var end = name.IndexOf('<');
        var dot = name.LastIndexOf('.', end < 0 ? name.Length - 1 : end);
        return dot < 0 ? name : name.Substring(dot + 1);
    }
}
