using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;

namespace PolicyAsCode.Proofs.Tests.Mutations;

/// <summary>
/// Breaks the plan of a context in one place after the other, and sees whether a proof notices: a proof that lets a broken
/// plan pass proves nothing.
/// </summary>
internal sealed class MutationRun<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview);
    private static readonly IReadOnlyList<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    private readonly Func<DbContextOptions<TContext>, TContext> _create;
    private readonly SqliteConnection _template;
    private readonly PrivacyProof<TContext> _proof;
    private readonly string _operations;

    private MutationRun(
        Func<DbContextOptions<TContext>, TContext> create, SqliteConnection template, PrivacyProof<TContext> proof, string operations) =>
        (_create, _template, _proof, _operations) = (create, template, proof, operations);

    public static async Task<MutationRun<TContext>> StartAsync(
        Func<DbContextOptions<TContext>, TContext> create, PrivacyFacts facts, Type operations)
    {
        var template = new SqliteConnection("Data Source=:memory:");
        template.Open();
        var options = new DbContextOptionsBuilder<TContext>().UseSqlite(template).Options;
        var proof = await PrivacyProof<TContext>.OpenAsync(
            new(() => create(options), template), facts, (_, _) => throw new NotSupportedException("The template is only copied."));
        return new(create, template, proof, operations.FullName!);
    }

    /// <summary>What notices that something is missing; null where nothing does.</summary>
    public async Task<string?> KillerAsync(PlanMutant mutant)
    {
        var loader = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var type = Compile(mutant, loader).GetType(_operations, throwOnError: true)!;
            return await NoticeAsync((db, time) => Activator.CreateInstance(type, db, time)!);
        }
        finally
        {
            loader.Unload();
        }
    }

    /// <summary>What the proofs say of operations; null where they hold.</summary>
    public async Task<string?> NoticeAsync(Func<TContext, TimeProvider, object> operations)
    {
        try
        {
            foreach (var record in _proof.Records)
                await ProveAsync(operations, proof => proof.ProveErasureAsync(record));
            foreach (var record in _proof.Records)
                await ProveAsync(operations, proof => proof.ProveHoldsAsync(record));
            await ProveAsync(operations, proof => proof.ProveSweepAsync());
            return null;
        }
        catch (PrivacyProofException noticed)
        {
            return noticed.Sentences[0];
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name}: {(thrown.InnerException ?? thrown).Message.Split('\n')[0]}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _proof.DisposeAsync();
        await _template.DisposeAsync();
    }

    private async Task ProveAsync(Func<TContext, TimeProvider, object> operations, Func<PrivacyProof<TContext>, Task> prove)
    {
        var copy = new SqliteConnection("Data Source=:memory:");
        copy.Open();
        _template.BackupDatabase(copy);
        var options = new DbContextOptionsBuilder<TContext>().UseSqlite(copy).Options;
        await using var proof = _proof.On(new(() => _create(options), copy), operations);
        await prove(proof);
    }

    private static Assembly Compile(PlanMutant mutant, AssemblyLoadContext loader)
    {
        var compilation = CSharpCompilation.Create(
            "Mutant_" + Guid.NewGuid().ToString("N"), mutant.Files.Select(file => CSharpSyntaxTree.ParseText(file, s_parsing)), s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
            throw new InvalidOperationException(
                $"{mutant} does not compile: {result.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error)}");
        stream.Position = 0;
        return loader.LoadFromStream(stream);
    }
}
