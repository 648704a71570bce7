namespace PolicyAsCode.Cli.Files;

/// <summary>The policy files that a command was pointed to, read and parsed.</summary>
/// <param name="Files">All of them, also those that no policy in scope uses.</param>
/// <param name="Names">The names of the policies that are meant, sorted.</param>
internal sealed record LoadedPolicies(ImmutableArray<ParsedFile> Files, ImmutableArray<string> Names)
{
    /// <summary>What the files of one policy mean.</summary>
    public CompiledPolicy Compile(string name, CalendarDate? asOf) => PolicyCompiler.Compile(Files, name, asOf);

    /// <summary>The policy of that name, or the only one; otherwise what to write instead.</summary>
    /// <exception cref="UsageException">No policy has that name, or several might be meant.</exception>
    public string Choose(string? name)
    {
        if (name is null)
            return Names.Length == 1
                ? Names[0]
                // Bases that others extend are nobody's own policy: with one of them left out, it may be the only one.
                : PolicyCompiler.Compile(Files, null, asOf: null).Model?.Header.Name
                ?? throw new UsageException("Usage.WhichPolicy", Names);
        if (Names.Contains(name, StringComparer.Ordinal))
            return name;
        throw new UsageException("Usage.NoSuchPolicy", name, Spelling.OneOf(name, Names));
    }

    /// <summary>The same files, with only that policy meant that a file is about.</summary>
    public LoadedPolicies Only(string path, CommandHost host)
    {
        var full = Path.GetFullPath(path, host.Folder);
        return this with { Names = [Files.First(file => Path.GetFullPath(file.Path, host.Folder) == full).PolicyName] };
    }
}
