using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The context that holds the run time's tables. Each piece of work gets one of its own: neither what the caller has
/// tracked and not yet saved, nor what went wrong in another try, comes into it.
/// </summary>
internal sealed class PrivacyDatabase(
    IServiceScopeFactory scopes, Type context, Func<IServiceProvider, ISubjectErasure?>? own,
    Func<IServiceProvider, ISubjectExport?>? ownExport, Func<IServiceProvider, ISubjectRectification?>? ownRectification)
{
    /// <summary>Runs a piece of work on a context of its own.</summary>
    public Task<T> RunAsync<T>(Func<DbContext, Task<T>> work) =>
        RunAsync((db, _) => work(db));

    /// <summary>Runs a piece of work on a context of its own, with the services of its scope.</summary>
    public async Task<T> RunAsync<T>(Func<DbContext, IServiceProvider, Task<T>> work)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await work(Of(scope.ServiceProvider), scope.ServiceProvider).ConfigureAwait(false);
    }

    /// <summary>Runs a piece of work for a tenant: the context is made after the scope knows whose it is.</summary>
    public async Task<T> RunForAsync<T>(string? tenant, Func<DbContext, IServiceProvider, Task<T>> work)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            Enter(scope.ServiceProvider, tenant);
            return await work(Of(scope.ServiceProvider), scope.ServiceProvider).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a piece of work of the application's own for a tenant; it makes the context, if it needs one.</summary>
    public async Task RunForAsync(string? tenant, Func<IServiceProvider, Task> work)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            Enter(scope.ServiceProvider, tenant);
            await work(scope.ServiceProvider).ConfigureAwait(false);
        }
    }

    /// <summary>The tenant that is worked for right now; null for none.</summary>
    public string? Tenant()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetService<IPrivacyTenant>()?.Current;
    }

    /// <summary>
    /// The erasure's spelling of a person's key, by which everything about them is stored: a hold on another spelling
    /// would hold nobody. Kinds of which no erasure knows keep theirs.
    /// </summary>
    /// <exception cref="ArgumentException">The text is no key of such a person.</exception>
    public string Canonical(IServiceProvider services, string subject, string subjectId)
    {
        if (ErasureOf(services) is not { } erasure || !erasure.Subjects.Contains(subject))
            return subjectId;
        try
        {
            return erasure.Canonical(subject, subjectId);
        }
        catch (NotSupportedException)
        {
            // A key that is not read from text: only the typed methods erase such a person.
            return subjectId;
        }
    }

    /// <summary>The spelling to look a person up by: for what is no key at all, nothing is found.</summary>
    public string Sought(IServiceProvider services, string subject, string subjectId)
    {
        try
        {
            return Canonical(services, subject, subjectId);
        }
        catch (ArgumentException)
        {
            return subjectId;
        }
    }

    /// <summary>
    /// The erasure of the people in the context; null where there is none. What was generated for another context knows
    /// nobody of this one; what the application wrote itself goes before what was generated.
    /// </summary>
    public ISubjectErasure? ErasureOf(IServiceProvider services) =>
        services.GetService<ISubjectErasure>() is { } last && (own is null || last is not IRetentionSweep)
            ? last
            : own?.Invoke(services);

    /// <summary>The copies of the people in the context, by the same rule.</summary>
    public ISubjectExport? ExportOf(IServiceProvider services) =>
        services.GetService<ISubjectExport>() is { } last && (ownExport is null || last is not IRetentionSweep)
            ? last
            : ownExport?.Invoke(services);

    /// <summary>The corrections of the people in the context, by the same rule.</summary>
    public ISubjectRectification? RectificationOf(IServiceProvider services) =>
        services.GetService<ISubjectRectification>() is { } last && (ownRectification is null || last is not IRetentionSweep)
            ? last
            : ownRectification?.Invoke(services);

    private static void Enter(IServiceProvider services, string? tenant) =>
        services.GetService<IPrivacyTenant>()?.Enter(tenant);

    private DbContext Of(IServiceProvider services) => (DbContext)services.GetRequiredService(context);
}
