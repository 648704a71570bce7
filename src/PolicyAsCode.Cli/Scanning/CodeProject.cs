namespace PolicyAsCode.Cli.Scanning;

/// <summary>All that the compiler is told of one project, however that was found out.</summary>
internal sealed record CodeProject
{
    /// <summary>What it is called: the project file's name, or the folder's.</summary>
    public required string Name { get; init; }

    /// <summary>The project file, or the folder of code that has none.</summary>
    public required string Path { get; init; }

    /// <summary>The name of its assembly.</summary>
    public required string Assembly { get; init; }

    /// <summary>Its files, by full path, sorted.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>What the build would write beside them, such as the usings of the whole project.</summary>
    public string GeneratedSource { get; init; } = "";

    /// <summary>Files that generators read: pages and components.</summary>
    public ImmutableArray<string> AdditionalFiles { get; init; } = [];

    /// <summary>Configuration of the compiler, by path: what the build tells analyzers and generators.</summary>
    public ImmutableArray<(string Path, string Text)> Configurations { get; init; } = [];

    /// <summary>Assemblies that it is bound against.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Assemblies with generators.</summary>
    public ImmutableArray<string> Generators { get; init; } = [];

    /// <summary>Other projects that it uses, by <see cref="Path"/>.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Names that are defined for the preprocessor.</summary>
    public ImmutableArray<string> Defined { get; init; } = [];

    /// <summary>The language's version as the project names it; empty for the compiler's own.</summary>
    public string LanguageVersion { get; init; } = "";

    /// <summary>Whether its references are known to be nullable or not.</summary>
    public string Nullable { get; init; } = "";

    /// <summary>Whether it is a program with statements of its own, and no library.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Packages that it uses and that are not here.</summary>
    public ImmutableArray<string> MissingPackages { get; init; } = [];
}
