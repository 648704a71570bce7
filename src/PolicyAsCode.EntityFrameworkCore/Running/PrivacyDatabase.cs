using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The context that holds the run time's tables. Each piece of work gets one of its own: neither what the caller has
/// tracked and not yet saved, nor what went wrong in another try, comes into it.
/// </summary>
internal sealed class PrivacyDatabase(IServiceScopeFactory scopes, Type context)
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

    private DbContext Of(IServiceProvider services) => (DbContext)services.GetRequiredService(context);
}
