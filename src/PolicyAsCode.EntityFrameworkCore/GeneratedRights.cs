using System.ComponentModel;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The rights that were generated for a context. Generated code announces them here when its module starts.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedRights<TContext>
    where TContext : DbContext
{
    internal static Func<PolicyRights>? Create { get; private set; }

    /// <summary>Announces the rights.</summary>
    public static void Are(Func<PolicyRights> create) => Create = create;
}
