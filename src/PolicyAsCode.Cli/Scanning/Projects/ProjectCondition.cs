namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>
/// A condition of a project file, its properties filled in: comparisons, <c>and</c>, <c>or</c>, <c>!</c>, parentheses,
/// <c>Exists</c>. What it cannot read is false.
/// </summary>
internal ref struct ProjectCondition
{
    private readonly string _folder;
    private ReadOnlySpan<char> _rest;
    private bool _isRead = true;

    private ProjectCondition(string text, string folder)
    {
        _rest = text;
        _folder = folder;
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="text">The condition; none always holds.</param>
    /// <param name="folder">From which folder paths count.</param>
    public static bool Holds(string? text, string folder)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var condition = new ProjectCondition(text, folder);
        var holds = condition.Or();
        return holds && condition._isRead && condition._rest.Trim().IsEmpty;
    }

    private bool Or()
    {
        var holds = And();
        while (Take("or"))
            holds |= And();
        return holds;
    }

    private bool And()
    {
        var holds = Not();
        while (Take("and"))
            holds &= Not();
        return holds;
    }

    private bool Not() => Take("!") ? !Not() : Comparison();

    private bool Comparison()
    {
        if (Take("("))
        {
            var holds = Or();
            _isRead &= Take(")");
            return holds;
        }
        var left = Value(out var isCall);
        if (isCall)
            return left is "true";
        if (Take("=="))
            return left.Equals(Value(out _), StringComparison.OrdinalIgnoreCase);
        if (Take("!="))
            return !left.Equals(Value(out _), StringComparison.OrdinalIgnoreCase);
        return left.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    private string Value(out bool isCall)
    {
        isCall = false;
        _rest = _rest.TrimStart();
        if (_rest is ['\'', ..] && _rest[1..].IndexOf('\'') is var end and >= 0)
        {
            var text = _rest[1..(end + 1)].ToString();
            _rest = _rest[(end + 2)..];
            return text;
        }
        var length = 0;
        while (length < _rest.Length && (char.IsLetterOrDigit(_rest[length]) || _rest[length] is '_' or '.' or '-' or '/'))
            length++;
        var word = _rest[..length].ToString();
        _rest = _rest[length..];
        if (word.Length == 0)
            _isRead = false;
        if (!Take("("))
            return word;
        isCall = true;
        var argument = Value(out _);
        _isRead &= Take(")") && word is "Exists";
        var path = Path.GetFullPath(PathPattern.Normal(argument), _folder);
        return argument.Length > 0 && (File.Exists(path) || Directory.Exists(path)) ? "true" : "false";
    }

    private bool Take(string token)
    {
        _rest = _rest.TrimStart();
        if (!_rest.StartsWith(token, StringComparison.OrdinalIgnoreCase)
            || char.IsLetter(token[0]) && _rest.Length > token.Length && char.IsLetterOrDigit(_rest[token.Length])
            || token is "!" && _rest is ['!', '=', ..])
            return false;
        _rest = _rest[token.Length..];
        return true;
    }
}
