namespace PolicyAsCode;

/// <summary>
/// Says that what is handed to this type, method or parameter is sold, rented or traded. Who gets it says
/// <see cref="RecipientAttribute"/>.
/// </summary>
/// <param name="transfer">What is done with it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method
    | AttributeTargets.Parameter)]
public sealed class TransfersAttribute(DataTransfer transfer) : Attribute
{
    /// <summary>What is done with it.</summary>
    public DataTransfer Transfer { get; } = transfer;
}
