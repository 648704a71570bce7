namespace Cellar;

/// <summary>Knows who may buy wine.</summary>
public interface IAges
{
    [Gate(Gates.Age)]
    bool MayBuy(DateOnly birthDate);
}
