using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Generators.Policy;

/// <summary>A place in a policy as generated code says it.</summary>
internal static class PolicyPlace
{
    /// <summary>File and line without the machine's folders: generated code must be the same on every machine.</summary>
    public static string Text(FileLocation location)
    {
        var path = location.Path.Replace('\\', '/');
        var folder = path.LastIndexOf("/policies/", StringComparison.Ordinal);
        var start = folder >= 0 ? folder + 1 : path.LastIndexOf('/') + 1;
        return FormattableString.Invariant($"{path.Substring(start)}:{location.Range.Start.Line + 1}");
    }
}
