using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The databases that contexts talk to.</summary>
internal static class Providers
{
    private static readonly ConcurrentDictionary<Type, string?> s_names = new();

    /// <summary>The name of a context's provider: EF Core reads it from its assembly each time, which an erasure would ask for seven times.</summary>
    public static string? NameOf(DbContext db) =>
        s_names.GetOrAdd(db.GetService<IDatabaseProvider>().GetType(), static (_, context) => context.Database.ProviderName, db);
}
