using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>
/// Loads generators: each set of assemblies apart from this tool's and from other sets, with the compiler shared, as the
/// compiler itself does.
/// </summary>
internal sealed class GeneratorAssemblies
{
    private readonly Dictionary<string, (ISourceGenerator[] Generators, AssemblyLoadContext Context)> _known =
        new(StringComparer.Ordinal);

    /// <summary>The generators of some assemblies; one that cannot be loaded has none.</summary>
    public IEnumerable<ISourceGenerator> In(ImmutableArray<string> assemblies)
    {
        var key = string.Join('|', assemblies);
        if (!_known.TryGetValue(key, out var set))
            _known.Add(key, set = Load(assemblies));
        return set.Generators;
    }

    private static (ISourceGenerator[] Generators, AssemblyLoadContext Context) Load(ImmutableArray<string> assemblies)
    {
        var context = new Apart(assemblies);
        var loader = new Loader(context);
        foreach (var path in assemblies)
            loader.AddDependencyLocation(path);
        ISourceGenerator[] generators =
        [
            .. assemblies.SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp)),
        ];
        return (generators, context);
    }

    private sealed class Apart(ImmutableArray<string> assemblies) : AssemblyLoadContext(name: null)
    {
        private readonly Dictionary<string, string> _paths = assemblies
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _paths.TryGetValue(assemblyName.Name ?? "", out var path) ? LoadFromAssemblyPath(path) : null;
    }

    private sealed class Loader(AssemblyLoadContext context) : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => context.LoadFromAssemblyPath(fullPath);
    }
}
