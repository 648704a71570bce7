namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Seals the rows that a table had before its columns were encrypted, where the model says <c>IsBeingSealed()</c>: in
/// batches, while the application runs or before it starts.
/// </summary>
public interface ISealExistingRows
{
    /// <summary>
    /// Seals what lies in the clear, each row for its person; rows that name none under one key that is nobody's. Stopped anywhere it goes on where it was the next time; several
    /// nodes at once do no harm, and what the application changes meanwhile stays as the application left it.
    /// </summary>
    /// <param name="cancel">Stops between two batches.</param>
    /// <returns>How many values were sealed, and what lies in the clear after it: where somebody wrote past EF Core meanwhile.</returns>
    Task<SealExistingReport> RunAsync(CancellationToken cancel = default);
}
