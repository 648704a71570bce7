namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What only one node may do at a time, over the database that all of them share.</summary>
public interface ILeases
{
    /// <summary>Takes a lease that nobody holds, or whose holder let it expire. Not inside a transaction.</summary>
    /// <param name="name">What it is about, such as <c>sweep:ShopContext</c>.</param>
    /// <param name="duration">How long it lasts from now, and from each renewal.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The lease, which is given back when disposed; null while somebody else holds it.</returns>
    Task<ILease?> TryTakeAsync(string name, TimeSpan duration, CancellationToken cancel = default);
}
