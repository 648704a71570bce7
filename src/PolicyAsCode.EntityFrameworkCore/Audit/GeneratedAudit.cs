using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What the audit of a context goes by. Generated code announces it here when its module starts.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedAudit<TContext>
    where TContext : DbContext
{
    private static Func<AuditFacts>? s_facts;

    /// <summary>Announces what the audit goes by.</summary>
    public static void Are(Func<AuditFacts> facts) => s_facts = facts;

    /// <summary>What was announced; null where nothing was generated.</summary>
    internal static AuditFacts? Find()
    {
        // The generated code announces itself when its module starts, which naming a type of it does not bring about.
        RuntimeHelpers.RunModuleConstructor(typeof(TContext).Module.ModuleHandle);
        return s_facts?.Invoke();
    }
}
