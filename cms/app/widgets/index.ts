/** Every widget of the forms: Decap's, with the checks of the record added to those that hold text, and the desk's own. */
import { DecapCmsWidgetBoolean } from 'decap-cms-widget-boolean';
import { DecapCmsWidgetFile } from 'decap-cms-widget-file';
import { DecapCmsWidgetImage } from 'decap-cms-widget-image';
import { DecapCmsWidgetList } from 'decap-cms-widget-list';
import { DecapCmsWidgetNumber } from 'decap-cms-widget-number';
import { DecapCmsWidgetObject } from 'decap-cms-widget-object';
import { DecapCmsWidgetString } from 'decap-cms-widget-string';
import { DecapCmsWidgetText } from 'decap-cms-widget-text';
import { List } from 'immutable';
import { BodyControl } from './body.tsx';
import { ChoiceControl } from './choice.tsx';
import type { ControlProps } from './control.ts';
import { GroupControl } from './group.tsx';
import { LinesControl } from './lines.tsx';
import { recordProblem } from './record-problem.ts';
import { RefControl } from './ref.tsx';
import { AreaControl, DayControl, MoneyControl, TimeControl } from './short.tsx';

const none = () => null;

/** Decap's own control of a text, asked as well whether the text may stand in the record. */
function checked({ controlComponent, Widget }: WidgetParts) {
	class Checked extends controlComponent {
		isValid = () => recordProblem(this.props as unknown as ControlProps);
	}
	return Widget({ controlComponent: Checked });
}

/**
 * Decap's list, which lets a list that must have items go without any, and which falls over when, on the way from one form to the next, it is
 * handed what the last form had under the same name.
 */
class ListControl extends DecapCmsWidgetList.controlComponent {
	override render() {
		const { value } = this.props;
		return value && !List.isList(value) ? null : super.render();
	}

	validateSize = () => {
		const { field, value, parentIds } = this.props as unknown as ControlProps & { value?: { size: number } };
		const [min, size] = [Number(field.get('min') ?? 0), value?.size ?? 0];
		if (size >= min) return [];
		return [{ type: 'PRESENCE', parentIds, message: `“${field.get('label')}”至少要有${min}项。` }];
	};
}

export const widgets = [
	checked(DecapCmsWidgetString),
	checked(DecapCmsWidgetText),
	DecapCmsWidgetNumber.Widget(),
	DecapCmsWidgetBoolean.Widget(),
	DecapCmsWidgetList.Widget({ controlComponent: ListControl }),
	DecapCmsWidgetObject.Widget(),
	DecapCmsWidgetFile.Widget(),
	DecapCmsWidgetImage.Widget(),
	{ name: 'hidden', controlComponent: none, previewComponent: none },
	{ name: 'body', controlComponent: BodyControl, previewComponent: none },
	{ name: 'select', controlComponent: ChoiceControl, previewComponent: none },
	{ name: 'ref', controlComponent: RefControl, previewComponent: none },
	{ name: 'group', controlComponent: GroupControl, previewComponent: none, allowMapValue: true },
	{ name: 'lines', controlComponent: LinesControl, previewComponent: none },
	{ name: 'day', controlComponent: DayControl, previewComponent: none },
	{ name: 'time', controlComponent: TimeControl, previewComponent: none },
	{ name: 'money', controlComponent: MoneyControl, previewComponent: none },
	{ name: 'area', controlComponent: AreaControl, previewComponent: none },
];
