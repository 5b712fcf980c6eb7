// A number between two ends, set by dragging or by arrow keys.

import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

type NumberSliderProps = { label: string; value: number; least: number; most: number; unit: string; onChange: (value: number) => void };

export function NumberSlider({ label, value, least, most, unit, onChange }: NumberSliderProps) {
  return (
    <Slider className="slider" value={value} minValue={least} maxValue={most} onChange={onChange}>
      <div className="slider-head">
        <Label className="label">{label}</Label>
        <SliderOutput className="label figures">{`${String(value)} ${unit}`}</SliderOutput>
      </div>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
