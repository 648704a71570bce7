namespace Cellar;

/// <summary>Knows who does not want to be recommended anything.</summary>
public interface IObjections
{
    [Gate(Gates.NoObjection)]
    bool AllowSuggestions(Guid customerId);
}
