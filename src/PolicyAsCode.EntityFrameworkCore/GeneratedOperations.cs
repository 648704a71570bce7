using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What was generated for a context. Generated code announces itself here when its module starts, by a factory that
/// names the class: no reflection, so that trimming and AOT see it.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedOperations<TContext>
    where TContext : DbContext
{
    internal static Action<IServiceCollection>? Register { get; private set; }

    /// <summary>The sweep of this context, where several contexts have one.</summary>
    internal static Func<IServiceProvider, IRetentionSweep>? Sweep { get; private set; }

    /// <summary>The erasure of this context, where several contexts have one; null where it was not registered.</summary>
    internal static Func<IServiceProvider, ISubjectErasure?>? Erasure { get; private set; }

    /// <summary>The copies of this context, where several contexts have some; null where they were not registered.</summary>
    internal static Func<IServiceProvider, ISubjectExport?>? Export { get; private set; }

    /// <summary>The corrections of this context, where several contexts have some; null where they were not registered.</summary>
    internal static Func<IServiceProvider, ISubjectRectification?>? Rectification { get; private set; }

    /// <summary>Announces the operations of the context.</summary>
    public static void Are<TPrivacy>(Func<TContext, TimeProvider, TPrivacy> create)
        where TPrivacy : class, IRetentionSweep, ISubjectErasure, ISubjectExport, ISubjectRectification, IModelCheck
    {
        Sweep = provider => provider.GetRequiredService<TPrivacy>();
        Erasure = provider => provider.GetService<TPrivacy>();
        Export = provider => provider.GetService<TPrivacy>();
        Rectification = provider => provider.GetService<TPrivacy>();
        Register = services =>
        {
            services.AddScoped(provider => create(
                provider.GetRequiredService<TContext>(), provider.GetRequiredService<TimeProvider>()));
            services.AddScoped<IRetentionSweep>(provider => provider.GetRequiredService<TPrivacy>());
            services.AddScoped<ISubjectErasure>(provider => provider.GetRequiredService<TPrivacy>());
            services.AddScoped<ISubjectExport>(provider => provider.GetRequiredService<TPrivacy>());
            // An application that knows better how to correct goes before, whichever of the two is registered first.
            services.TryAddScoped<ISubjectRectification>(provider => provider.GetRequiredService<TPrivacy>());
            services.AddScoped<IModelCheck>(provider => provider.GetRequiredService<TPrivacy>());
            services.AddHostedService<ModelCheckService<TContext, TPrivacy>>();
            services.AddHostedService<AuditCheck<TContext>>();
            services.TryAddScoped<ILeases>(provider => new Leases(
                provider.GetRequiredService<TContext>(), provider.GetRequiredService<TimeProvider>()));
        };
    }
}
