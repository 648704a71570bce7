namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>A target framework as folders of packages name it, and which of several suits one best.</summary>
internal static class FrameworkName
{
    /// <summary>
    /// The best of some folders for today's .NET: the newest of .NET itself, then .NET Core, then .NET Standard, then what
    /// was made for .NET Framework, whose calls can be bound at least.
    /// </summary>
    public static string? Best(IEnumerable<string> names) =>
        names.Select(name => (Name: name, Rank: Rank(name)))
            .Where(one => one.Rank > 0)
            .OrderByDescending(one => one.Rank)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();

    /// <summary>The major version of .NET; 0 where it is none, or older than .NET 5.</summary>
    public static int MajorOf(string name) =>
        VersionAfter(Short(name), "net") is { Major: >= 5 } version ? version.Major : 0;

    private static double Rank(string name)
    {
        var text = Short(name);
        // net10.0-android and its like are for other places.
        if (text.Contains('-', StringComparison.Ordinal))
            return 0;
        if (VersionAfter(text, "netstandard") is { } standard)
            return 1000 + Weight(standard);
        if (VersionAfter(text, "netcoreapp") is { } core)
            return 2000 + Weight(core);
        if (VersionAfter(text, "net") is not { } version)
            return text is "any" or "" ? 1 : 0;
        return version.Major >= 5
            ? version.Major <= Environment.Version.Major ? 3000 + Weight(version) : 0
            : 10 + Weight(version);
    }

    private static double Weight(Version version) => version.Major * 10 + version.Minor;

    // '.NETStandard2.0' of a nuspec and 'netstandard2.0' of a folder.
    private static string Short(string name)
    {
        var text = name.Trim().ToLowerInvariant().TrimStart('.');
        return text.StartsWith("netframework", StringComparison.Ordinal) ? "net" + text["netframework".Length..]
            : text.StartsWith("netcoreapp", StringComparison.Ordinal)
                && Version.TryParse(text["netcoreapp".Length..], out var core) && core.Major >= 5
                ? "net" + text["netcoreapp".Length..]
            : text;
    }

    private static Version? VersionAfter(string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var digits = text[prefix.Length..];
        // net472 is 4.7.2.
        if (digits.Length is 2 or 3 && digits.All(char.IsAsciiDigit))
            digits = string.Join('.', digits.ToCharArray());
        return Version.TryParse(digits, out var version) ? version : null;
    }
}
