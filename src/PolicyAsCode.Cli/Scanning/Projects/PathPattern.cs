namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>A pattern of paths as project files write it: <c>**</c> any folders, <c>*</c> and <c>?</c> within a name.</summary>
internal sealed class PathPattern(string pattern)
{
    private readonly string[] _parts = Normal(pattern).Split('/');

    /// <summary>Whether a path is meant that is relative to the pattern's own folder.</summary>
    public bool Matches(string path) => Matches(path.Split('/'), 0, 0);

    /// <summary>Whether any path is meant but the one that it writes.</summary>
    public bool HasWildcards => pattern.AsSpan().ContainsAny('*', '?');

    /// <summary>Slashes as all systems read them, and no <c>./</c> before it.</summary>
    public static string Normal(string path)
    {
        path = path.Trim().Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        return path;
    }

    private bool Matches(string[] path, int at, int part)
    {
        for (; part < _parts.Length; part++, at++)
        {
            if (_parts[part] is "**")
            {
                for (var next = at; next <= path.Length; next++)
                    if (Matches(path, next, part + 1))
                        return true;
                // `folder/**` means all that lies below.
                return part == _parts.Length - 1;
            }
            if (at >= path.Length || !System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(_parts[part], path[at]))
                return false;
        }
        return at == path.Length;
    }
}
