namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The converter of an encrypted property.</summary>
internal interface ISealedConverter
{
    /// <summary>The property.</summary>
    SealedColumn Column { get; }
}
