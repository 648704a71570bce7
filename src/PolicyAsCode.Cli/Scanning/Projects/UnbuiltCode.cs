namespace PolicyAsCode.Cli.Scanning.Projects;

/// <summary>
/// The projects of a code base that cannot be built here, by their project files alone; a folder without one is a project
/// of its own. Nothing of theirs is run, nothing is downloaded or written.
/// </summary>
internal sealed class UnbuiltCode
{
    private const string SourceEnd = ".cs";
    private const string ProjectEnd = ".csproj";

    private static readonly string[] s_pageEnds = [".cshtml", ".razor"];

    private readonly CodeFolder _folder;
    private readonly DotNetSdk _sdk;
    private readonly PackageCache _packages;

    /// <summary>Some code.</summary>
    /// <param name="path">Its folder, or one project file.</param>
    /// <param name="sdk">What it is bound against.</param>
    public UnbuiltCode(string path, DotNetSdk sdk)
    {
        _sdk = sdk;
        _packages = new(sdk);
        var isFile = File.Exists(path);
        _folder = new(isFile ? Path.GetDirectoryName(path)! : path);
        var files = isFile && path.EndsWith(ProjectEnd, StringComparison.OrdinalIgnoreCase)
            ? WithUsed(path)
            : _folder.EndingWith(ProjectEnd);
        var read = files.Select(ProjectFile.Read).ToList();
        var projects = read.Where(project => project.IsReadable).ToList();
        Code = new([.. projects.Where(project => !IsTest(project)).Select(Of), .. Loose(isNeeded: read.Count == 0)])
        {
            // What tests make up is nobody's data.
            Tests = [.. projects.Where(IsTest).Select(project => project.Path)],
            Unreadable = [.. read.Where(project => !project.IsReadable).Select(project => project.Path)],
        };
    }

    /// <summary>What is there to compile.</summary>
    public ScannedCode Code { get; }

    // One project means those too that it uses: they are its code.
    private static IEnumerable<string> WithUsed(string path)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([path]);
        while (open.TryPop(out var next))
            if (File.Exists(next) && found.Add(next))
                foreach (var used in UsedBy(ProjectFile.Read(next)))
                    open.Push(used);
        return found;
    }

    private static bool IsTest(ProjectFile project) =>
        project.Is("IsTestProject")
        || project.Items.Any(item => item.Kind is "PackageReference"
            && item.Include is "Microsoft.NET.Test.Sdk" or "MSTest" or "MSTest.TestFramework" or "xunit.v3" or "TUnit")
        || project.Sdk.StartsWith("MSTest.Sdk", StringComparison.OrdinalIgnoreCase);

    private CodeProject Of(ProjectFile project)
    {
        var (assemblies, missing) = _packages.Find(PackagesOf(project));
        var assembly = project["AssemblyName"] is { Length: > 0 } named ? named : Path.GetFileNameWithoutExtension(project.Path);
        var space = project["RootNamespace"] is { Length: > 0 } root
            ? root
            : Path.GetFileNameWithoutExtension(project.Path).Replace('-', '_').Replace(' ', '_');
        var framework = FrameworkOf(project);
        var pages = PagesOf(project);
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(project.Path),
            Path = project.Path,
            Assembly = assembly,
            Sources = SourcesOf(project),
            GeneratedSource = ImplicitUsings.Of(project),
            AdditionalFiles = pages,
            Configurations = [Configuration(project.Folder, space, framework, pages)],
            References = [.. _packages.Framework, .. assemblies, .. ReferencedFiles(project)],
            Generators = [.. _sdk.Generators],
            Projects = [.. UsedBy(project)],
            Defined = [.. Defined(project, framework)],
            LanguageVersion = project["LangVersion"],
            Nullable = project["Nullable"],
            IsProgram = project["OutputType"] is "Exe" or "WinExe"
                || project["OutputType"].Length == 0 && project.Sdk is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Worker"
                    or "Microsoft.NET.Sdk.BlazorWebAssembly",
            MissingPackages = missing,
        };
    }

    // Code that no project file covers: scripts, or a folder that somebody handed over.
    private IEnumerable<CodeProject> Loose(bool isNeeded)
    {
        if (!isNeeded)
            yield break;
        ImmutableArray<string> sources = [.. _folder.EndingWith(SourceEnd)];
        if (sources.IsEmpty)
            yield break;
        var name = Path.GetFileName(_folder.Path.TrimEnd('/', '\\'));
        ImmutableArray<string> pages = [.. s_pageEnds.SelectMany(_folder.EndingWith)];
        yield return new()
        {
            Name = name,
            Path = _folder.Path,
            Assembly = name,
            Sources = sources,
            AdditionalFiles = pages,
            Configurations = [Configuration(_folder.Path, name, Environment.Version.Major, pages)],
            References = _packages.Framework,
            Generators = [.. _sdk.Generators],
            Defined = ["DEBUG", "TRACE", "NET"],
            Nullable = "enable",
        };
    }

    private ImmutableArray<string> SourcesOf(ProjectFile project)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (project["EnableDefaultItems"] is not "false" && project["EnableDefaultCompileItems"] is not "false"
            && project.Sdk.Length > 0)
            found.UnionWith(_folder.Below(project.Folder, SourceEnd));
        Apply(project, "Compile", SourceEnd, found);
        return [.. found];
    }

    private ImmutableArray<string> PagesOf(ProjectFile project)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (project.Sdk is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Razor" or "Microsoft.NET.Sdk.BlazorWebAssembly")
            foreach (var end in s_pageEnds)
                found.UnionWith(_folder.Below(project.Folder, end));
        foreach (var end in s_pageEnds)
            Apply(project, "Content", end, found);
        return [.. found];
    }

    private void Apply(ProjectFile project, string kind, string end, SortedSet<string> found)
    {
        foreach (var item in project.Items.Where(item => item.Kind == kind))
        {
            var excluded = Patterns(item.Exclude);
            foreach (var pattern in Patterns(item.Include))
                found.UnionWith(Matching(pattern, project.Folder, end)
                    .Where(path => !excluded.Any(other => other.Matches(Relative(path, project.Folder)))));
            foreach (var pattern in Patterns(item.Remove))
                found.RemoveWhere(path => pattern.Matches(Relative(path, project.Folder)));
        }
    }

    // A file may lie anywhere, also above the project; patterns with wildcards look below the code base only.
    private IEnumerable<string> Matching(PathPattern pattern, string folder, string end) =>
        _folder.EndingWith(end).Where(path => pattern.Matches(Relative(path, folder)));

    private static IReadOnlyList<PathPattern> Patterns(string list) =>
        [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(one => !one.Contains("@(", StringComparison.Ordinal)).Select(one => new PathPattern(one))];

    private static string Relative(string path, string folder) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static IEnumerable<string> UsedBy(ProjectFile project) =>
        project.Items.Where(item => item.Kind is "ProjectReference"
                && item.Metadata.GetValueOrDefault("ReferenceOutputAssembly", "true") is not "false")
            .SelectMany(item => item.Include.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(path => Path.GetFullPath(PathPattern.Normal(path), project.Folder))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> ReferencedFiles(ProjectFile project) =>
        project.Items.Where(item => item.Kind is "Reference")
            .Select(item => item.Metadata.GetValueOrDefault("HintPath", ""))
            .Where(path => path.Length > 0)
            .Select(path => Path.GetFullPath(PathPattern.Normal(path), project.Folder))
            .Where(File.Exists);

    private static IEnumerable<(string Id, string Version)> PackagesOf(ProjectFile project)
    {
        var central = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in project.Items.Where(item => item.Kind is "PackageVersion" or "GlobalPackageReference"))
            central[item.Include] = item.Metadata.GetValueOrDefault("Version", "");
        var used = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in project.Items.Where(item => item.Kind is "PackageReference"))
        {
            if (item.Remove.Length > 0)
                used.Remove(item.Remove);
            foreach (var id in item.Include.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (IsCompiledAgainst(item))
                    used[id] = item.Metadata.GetValueOrDefault("VersionOverride") ?? item.Metadata.GetValueOrDefault("Version")
                        ?? central.GetValueOrDefault(id, "");
        }
        return used.Select(one => (one.Key, one.Value));
    }

    // Tools and analyzers, whose assemblies no code of the project uses, are no gap.
    private static bool IsCompiledAgainst(ProjectItem item) =>
        (item.Metadata.GetValueOrDefault("IncludeAssets", "compile") is var included
            && (included.Contains("compile", StringComparison.OrdinalIgnoreCase)
                || included.Equals("all", StringComparison.OrdinalIgnoreCase)))
        && !item.Metadata.GetValueOrDefault("ExcludeAssets", "").Contains("compile", StringComparison.OrdinalIgnoreCase);

    private static int FrameworkOf(ProjectFile project)
    {
        var names = project["TargetFramework"] is { Length: > 0 } one ? one : project["TargetFrameworks"];
        return FrameworkName.Best(names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is { } best
            ? FrameworkName.MajorOf(best)
            : 0;
    }

    private static IEnumerable<string> Defined(ProjectFile project, int framework)
    {
        IEnumerable<string> symbols = ["DEBUG", "TRACE", .. project["DefineConstants"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (framework > 0)
        {
            symbols = symbols.Append("NET").Append(string.Create(CultureInfo.InvariantCulture, $"NET{framework}_0"));
            for (var version = 5; version <= framework; version++)
                symbols = symbols.Append(string.Create(CultureInfo.InvariantCulture, $"NET{version}_0_OR_GREATER"));
        }
        return symbols.Where(symbol => symbol.All(letter => char.IsLetterOrDigit(letter) || letter is '_')).Distinct();
    }

    // What the Razor SDK tells its generator through the build: the path of each page, from its project, in Base64.
    private static (string Path, string Text) Configuration(
        string folder, string space, int framework, ImmutableArray<string> pages)
    {
        var text = new StringBuilder();
        text.Append("is_global = true\n");
        text.Append(CultureInfo.InvariantCulture, $"build_property.RootNamespace = {space}\n");
        text.Append(CultureInfo.InvariantCulture, $"build_property.ProjectDir = {folder.Replace('\\', '/')}/\n");
        text.Append(CultureInfo.InvariantCulture, $"build_property.MSBuildProjectDirectory = {folder.Replace('\\', '/')}\n");
        text.Append(CultureInfo.InvariantCulture, $"build_property.RazorLangVersion = {Math.Max(framework, 3)}.0\n");
        foreach (var page in pages)
        {
            var target = Convert.ToBase64String(Encoding.UTF8.GetBytes(Relative(page, folder)));
            text.Append(CultureInfo.InvariantCulture, $"\n[{Escaped(page.Replace('\\', '/'))}]\n");
            text.Append(CultureInfo.InvariantCulture, $"build_metadata.AdditionalFiles.TargetPath = {target}\n");
        }
        return (Path.Combine(folder, "scan.globalconfig"), text.ToString());
    }

    // Sections are patterns; a path with such letters means them.
    private static string Escaped(string path)
    {
        var text = new StringBuilder();
        foreach (var letter in path)
        {
            if ("*?{},[]!#;\\".Contains(letter, StringComparison.Ordinal))
                text.Append('\\');
            text.Append(letter);
        }
        return text.ToString();
    }
}
