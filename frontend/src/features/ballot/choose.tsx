/** Radio buttons with a sentence each. */
export function Choose<T extends string>({
    legend,
    name,
    options,
    value,
    onChange,
}: {
    legend: string;
    name: string;
    options: [T, string][];
    value: T;
    onChange: (value: T) => void;
}) {
    return (
        <fieldset>
            <legend>{legend}</legend>
            {options.map(([option, words]) => (
                <label class="choice" key={option}>
                    <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
                    <span>{words}</span>
                </label>
            ))}
        </fieldset>
    );
}
