using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Checks a context's model when the program starts, and stops it where the generated operations would miss something.</summary>
internal sealed class ModelCheckService<TContext, TPrivacy>(IServiceScopeFactory scopes) : IHostedService
    where TContext : DbContext
    where TPrivacy : class, IModelCheck
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var privacy = scope.ServiceProvider.GetRequiredService<TPrivacy>();
        var model = scope.ServiceProvider.GetRequiredService<TContext>().Model;
        var found = privacy.Check(model);
        if (privacy is ISubjectErasure { Subjects: var subjects })
            found = new([.. found.All, .. SealedKinds.Differences(model, subjects)]);
        found.ThrowIfAny();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
