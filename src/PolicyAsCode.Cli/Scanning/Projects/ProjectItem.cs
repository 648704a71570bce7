namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>One item element of a project file, as it stands there.</summary>
/// <param name="Kind">What it is, such as <c>Compile</c>.</param>
/// <param name="Include">What it adds; empty where it does not.</param>
/// <param name="Remove">What it takes away.</param>
/// <param name="Exclude">What of <paramref name="Include"/> is not meant.</param>
/// <param name="Metadata">What it says of it, by attribute or element.</param>
/// <param name="Folder">The folder of the file that it stands in.</param>
internal sealed record ProjectItem(
    string Kind, string Include, string Remove, string Exclude, IReadOnlyDictionary<string, string> Metadata, string Folder);
